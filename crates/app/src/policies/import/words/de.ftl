# Warum eine Datei nicht übernommen wird

policy-import-refused-empty = Die Datei ist leer.
policy-import-refused-file-too-large = Die Datei ist größer als 20 MiB; nehmen Sie die Bilder heraus und laden Sie sie noch einmal.
policy-import-refused-no-text = In dieser Datei steht kein Text, vielleicht nur Bilder von Seiten.
policy-import-refused-too-long = Der Text ist länger als 256 KiB, etwa 90 Seiten; laden Sie ihn in Teilen.
policy-import-refused-bomb = Die Datei hat mehr Teile, oder Teile, die ausgepackt größer sind, als ein Text braucht; speichern Sie sie noch einmal.
policy-import-refused-damaged = Die Datei ist beschädigt oder unvollständig; speichern Sie sie noch einmal.
policy-import-refused-password = Die Datei ist mit einem Kennwort geschützt; speichern Sie sie ohne.
policy-import-refused-macros = Die Datei enthält Makros; speichern Sie sie als .docx ohne Makros.
policy-import-refused-entities = Die Datei vereinbart eigene Entitäten (eine DTD), wie es kein Textprogramm tut; speichern Sie sie noch einmal.
policy-import-refused-too-deep = In dieser Datei stehen Tabellen, Textfelder oder Zitate zu tief ineinander.
policy-import-refused-old-word = Das ist ein Dokument eines alten Word (.doc); speichern Sie es als .docx.
policy-import-refused-open-document = Das ist ein OpenDocument-Text; speichern Sie ihn als .docx.
policy-import-refused-other-office = Das ist eine Arbeitsmappe oder eine Präsentation; nur ein Text kann eine Richtlinie werden.
policy-import-refused-archive = Das ist ein ZIP-Archiv; packen Sie es aus und laden Sie den Text darin.
policy-import-refused-pdf = Das ist ein PDF-Dokument; laden Sie den Text, aus dem es entstand.
policy-import-refused-rtf = Das ist RTF; speichern Sie es als .docx.
policy-import-refused-web-page = Das ist eine Webseite; speichern Sie sie als .docx oder Markdown.
policy-import-refused-not-text = Das ist weder eine .docx-Datei noch Markdown.
policy-import-refused-front-matter = Die Angaben am Anfang sind nicht lesbar, etwa in Zeile { $line }; sie stehen in YAML ohne Anker.

# Was der Text anders hat als die Datei

policy-import-note-pictures = { $count ->
    [one] Ein Bild entfiel; wo Worte es beschreiben, stehen sie an seiner Stelle.
   *[other] { $count } Bilder entfielen; wo Worte sie beschreiben, stehen sie an ihrer Stelle.
}
policy-import-note-objects = { $count ->
    [one] Ein eingebettetes Objekt entfiel.
   *[other] { $count } eingebettete Objekte entfielen.
}
policy-import-note-html = { $count ->
    [one] Ein Stück HTML wurde herausgenommen; seine Worte sind geblieben.
   *[other] { $count } Stücke HTML wurden herausgenommen; ihre Worte sind geblieben.
}
policy-import-note-insertions = { $count ->
    [one] Eine nachverfolgte Einfügung wurde angenommen.
   *[other] { $count } nachverfolgte Einfügungen wurden angenommen.
}
policy-import-note-deletions = { $count ->
    [one] Eine nachverfolgte Löschung wurde angenommen: Ihre Worte sind fort.
   *[other] { $count } nachverfolgte Löschungen wurden angenommen: Ihre Worte sind fort.
}
policy-import-note-comments = { $count ->
    [one] Ein Kommentar entfiel.
   *[other] { $count } Kommentare entfielen.
}
policy-import-note-headers-and-footers = Kopf- und Fußzeilen entfielen.
policy-import-note-lists-of-contents = Das Inhaltsverzeichnis entfiel; die Seite macht sich ihr eigenes.
policy-import-note-hidden-text = Verborgener Text entfiel, an { $count ->
    [one] einer Stelle
   *[other] { $count } Stellen
}.
policy-import-note-text-boxes = { $count ->
    [one] Der Text eines Textfelds steht als Absatz nahe seiner Stelle.
   *[other] Der Text von { $count } Textfeldern steht als Absätze nahe ihrer Stelle.
}
policy-import-note-formulas = { $count ->
    [one] Eine Formel wurde zu einfachen Worten.
   *[other] { $count } Formeln wurden zu einfachen Worten.
}
policy-import-note-nested-tables = { $count ->
    [one] Eine Tabelle in einer Tabelle wurde zu Zeilen ihrer Zelle.
   *[other] { $count } Tabellen in Tabellen wurden zu Zeilen ihrer Zellen.
}
policy-import-note-merged-cells = { $count ->
    [one] Eine verbundene Zelle wurde getrennt; ihre Worte stehen in der ersten.
   *[other] { $count } verbundene Zellen wurden getrennt; ihre Worte stehen jeweils in der ersten.
}
policy-import-note-paragraphs-in-cells = { $count ->
    [one] Die Absätze einer Zelle oder Fußnote wurden eine Zeile.
   *[other] Die Absätze von { $count } Zellen oder Fußnoten wurden je eine Zeile.
}
policy-import-note-lettered-lists = { $count ->
    [one] Ein Listenpunkt mit Buchstabe oder römischer Zahl hat jetzt eine einfache Zahl.
   *[other] { $count } Listenpunkte mit Buchstaben oder römischen Zahlen haben jetzt einfache Zahlen.
}
policy-import-note-deep-lists = { $count ->
    [one] Ein Listenpunkt stand tiefer als neun Ebenen und steht nun auf der neunten.
   *[other] { $count } Listenpunkte standen tiefer als neun Ebenen und stehen nun auf der neunten.
}
policy-import-note-linked-files = { $count ->
    [one] Eine Datei, die das Dokument von anderswo laden würde, wurde nicht geladen.
   *[other] { $count } Dateien, die das Dokument von anderswo laden würde, wurden nicht geladen.
}
policy-import-note-addresses = { $count ->
    [one] Ein Verweis führt weder ins Web noch zu einem Postfach; seine Worte sind ohne ihn geblieben: { $which }
   *[other] { $count } Verweise führen weder ins Web noch zu einem Postfach; ihre Worte sind ohne sie geblieben: { $which }
}
policy-import-note-emphasis = { $count ->
    [one] In einem Absatz wurden fette oder schräge Worte gewöhnlich.
   *[other] In { $count } Absätzen wurden fette oder schräge Worte gewöhnlich.
}
policy-import-note-symbols = { $count ->
    [one] Ein Zeichen einer Sonderschrift entfiel.
   *[other] { $count } Zeichen von Sonderschriften entfielen.
}
policy-import-note-controls = { $count ->
    [one] Ein Zeichen, das niemand sehen kann, wurde herausgenommen.
   *[other] { $count } Zeichen, die niemand sehen kann, wurden herausgenommen.
}
policy-import-note-encoding = Die Datei sagt nicht, wie ihre Buchstaben kodiert sind; Windows-1252 wurde angenommen. Sehen Sie auf Umlaute und Anführungszeichen.
policy-import-note-unknown-fields = Angaben am Anfang, über die nichts bekannt ist, entfielen: { $which }
policy-import-note-unclear-fields = Angaben am Anfang, die nicht verstanden wurden, entfielen: { $which }
