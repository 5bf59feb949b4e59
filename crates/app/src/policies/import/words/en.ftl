# Why a file is not imported

policy-import-refused-empty = The file is empty.
policy-import-refused-file-too-large = The file is larger than 20 MiB; take its pictures out and import it again.
policy-import-refused-no-text = There is no text in this file, perhaps only pictures of pages.
policy-import-refused-too-long = The text is longer than 256 KiB, about 90 pages; import it in parts.
policy-import-refused-bomb = The file has more parts, or parts that unpack to more, than a text needs; save it again.
policy-import-refused-damaged = The file is damaged or incomplete; save it again.
policy-import-refused-password = The file is protected by a password; save it without one.
policy-import-refused-macros = The file contains macros; save it as .docx without macros.
policy-import-refused-entities = The file declares entities of its own (a DTD), as no word processor does; save it again.
policy-import-refused-too-deep = Tables, boxes or quotations stand in one another too deeply in this file.
policy-import-refused-old-word = This is a document of an old Word (.doc); save it as .docx.
policy-import-refused-open-document = This is an OpenDocument text; save it as .docx.
policy-import-refused-other-office = This is a workbook or a presentation; only a text can become a policy.
policy-import-refused-archive = This is a ZIP archive; unpack it and import the text inside.
policy-import-refused-pdf = This is a PDF document; import the text it was made from.
policy-import-refused-rtf = This is RTF; save it as .docx.
policy-import-refused-web-page = This is a web page; save it as .docx or Markdown.
policy-import-refused-not-text = This is neither a .docx file nor Markdown.
policy-import-refused-front-matter = The front matter cannot be read, near line { $line }; it is YAML without anchors.

# What the text has otherwise than the file

policy-import-note-pictures = { $count ->
    [one] One picture was left out; the words that describe it, where there are any, stand in its place.
   *[other] { $count } pictures were left out; the words that describe them, where there are any, stand in their place.
}
policy-import-note-objects = { $count ->
    [one] One embedded object was left out.
   *[other] { $count } embedded objects were left out.
}
policy-import-note-html = { $count ->
    [one] One piece of HTML was taken out; its words are kept.
   *[other] { $count } pieces of HTML were taken out; their words are kept.
}
policy-import-note-insertions = { $count ->
    [one] One tracked insertion was accepted.
   *[other] { $count } tracked insertions were accepted.
}
policy-import-note-deletions = { $count ->
    [one] One tracked deletion was accepted: its words are gone.
   *[other] { $count } tracked deletions were accepted: their words are gone.
}
policy-import-note-comments = { $count ->
    [one] One comment was left out.
   *[other] { $count } comments were left out.
}
policy-import-note-headers-and-footers = Headers and footers were left out.
policy-import-note-lists-of-contents = The list of contents was left out; the page makes its own.
policy-import-note-hidden-text = Hidden text was left out, in { $count ->
    [one] one place
   *[other] { $count } places
}.
policy-import-note-text-boxes = { $count ->
    [one] The text of one box stands as paragraphs near where the box was.
   *[other] The text of { $count } boxes stands as paragraphs near where the boxes were.
}
policy-import-note-formulas = { $count ->
    [one] One formula became plain words.
   *[other] { $count } formulas became plain words.
}
policy-import-note-nested-tables = { $count ->
    [one] One table within a table became lines of its cell.
   *[other] { $count } tables within tables became lines of their cells.
}
policy-import-note-merged-cells = { $count ->
    [one] One merged cell was separated; its words stand in the first.
   *[other] { $count } merged cells were separated; their words stand in the first of each.
}
policy-import-note-paragraphs-in-cells = { $count ->
    [one] The paragraphs of one cell or footnote became one line.
   *[other] The paragraphs of { $count } cells or footnotes became one line each.
}
policy-import-note-lettered-lists = { $count ->
    [one] One list entry with a letter or a Roman number has a plain number now.
   *[other] { $count } list entries with letters or Roman numbers have plain numbers now.
}
policy-import-note-deep-lists = { $count ->
    [one] One list entry stood deeper than nine levels and stands on the ninth.
   *[other] { $count } list entries stood deeper than nine levels and stand on the ninth.
}
policy-import-note-linked-files = { $count ->
    [one] One file that the document would load from elsewhere was not loaded.
   *[other] { $count } files that the document would load from elsewhere were not loaded.
}
policy-import-note-addresses = { $count ->
    [one] One link leads neither to the web nor to a mailbox; its words are kept without it: { $which }
   *[other] { $count } links lead neither to the web nor to a mailbox; their words are kept without them: { $which }
}
policy-import-note-emphasis = { $count ->
    [one] In one paragraph, bold or italic words became plain.
   *[other] In { $count } paragraphs, bold or italic words became plain.
}
policy-import-note-symbols = { $count ->
    [one] One sign of a special font was left out.
   *[other] { $count } signs of special fonts were left out.
}
policy-import-note-controls = { $count ->
    [one] One character that nobody can see was taken out.
   *[other] { $count } characters that nobody can see were taken out.
}
policy-import-note-encoding = The file does not say how its letters are encoded; Windows-1252 was assumed. Look at umlauts and quotation marks.
policy-import-note-unknown-fields = Fields of the front matter that nothing is known about were left out: { $which }
policy-import-note-unclear-fields = Fields of the front matter that were not understood were left out: { $which }
