assignments-breadcrumb = Wo Sie sind

acknowledgement-head = Version { $version }. Veröffentlicht von { $name }. { $minutes ->
    [one] Etwa eine Minute zu lesen.
   *[other] Etwa { $minutes } Minuten zu lesen.
}
acknowledgement-digest = SHA-256 { $digest }
acknowledgement-due = Fällig am { $day }.
acknowledgement-changed = Was sich seit Version { $version } geändert hat
acknowledgement-diff = Was sich geändert hat
acknowledgement-consent = Ich habe dies gelesen und werde es befolgen
acknowledgement-ask = Eine Frage stellen
acknowledgement-decline = Ablehnen
acknowledgement-back = Zurück zum Text
acknowledgement-done = Sie haben dies am { $moment } bestätigt.
acknowledgement-to-receipt = Beleg
acknowledgement-not-in-force = Dieser Text gilt nicht mehr. Es ist nichts zu tun.
acknowledgement-text-changed = Der Text auf Ihrem Bildschirm ist nicht der veröffentlichte. Es wurde nichts aufgezeichnet; hier ist der veröffentlichte Text, bitte lesen Sie ihn noch einmal.
acknowledgement-question-title = Eine Frage stellen
acknowledgement-question-lead = Ihre Frage und die Antwort werden mit dem Text aufbewahrt.
acknowledgement-question-label = Ihre Frage
acknowledgement-question-button = Fragen
acknowledgement-question-missing = Schreiben Sie mindestens einen Satz.
acknowledgement-question-sent = Ihre Frage ist unterwegs. Die Antwort kommt per E-Mail.
acknowledgement-decline-title = Die Bestätigung ablehnen
acknowledgement-decline-lead = Eine Bestätigung bedeutet nur etwas, wenn Sie sie verweigern dürfen. Ihre Begründung geht an die Person, die den Text veröffentlicht hat, und wird mit ihm aufbewahrt; dort wird entschieden, ob von Ihnen eine Bestätigung verlangt wird.
acknowledgement-decline-label = Ihre Begründung
acknowledgement-decline-button = Ablehnen
acknowledgement-decline-missing = Sagen Sie in einem Satz, warum Sie ablehnen.
acknowledgement-decline-sent = Ihre Begründung ist unterwegs und aufgezeichnet. Sie hören per E-Mail davon.
acknowledgement-decline-words = Ich lehne es ab, dies zu bestätigen. Meine Begründung: { $reason }

receipt-title = Beleg
receipt-heading = Bestätigt
receipt-lead = { $name } hat „{ $title }“ gelesen und wird es befolgen.
receipt-document = Dokument
receipt-version = { $title }, Version { $version }
receipt-words = Wortlaut
receipt-recorded = Aufgezeichnet
receipt-how = Wie
receipt-method-passkey = Mit einem Passkey angemeldet
receipt-method-code = Mit einem zugesandten Code angemeldet
receipt-method-link = Über den Link in einem Brief
receipt-method-setup = Bei der Einrichtung
receipt-method-demo = In einer Vorführung
receipt-method-token = Durch ein Programm, mit einem Token
receipt-record = Eintrag
receipt-place = Nr. { $place }
receipt-waiting = Er erhält gleich seine Nummer im Protokoll.
receipt-text = Text (SHA-256)
receipt-copy = Kopieren
receipt-copied = Kopiert
receipt-proves = Dies beweist, dass eine Bestätigung genau dieses Textes aufgezeichnet wurde und im Protokoll geblieben ist. Wie sicher ist, wer den Knopf gedrückt hat, hängt von der Art der Anmeldung ab; sie steht oben.
receipt-download = Beweis herunterladen
receipt-next = Weiter: { $title }

owed-title = Wer „{ $title }“ gelesen hat
owed-intro = Version { $version }, veröffentlicht { $moment }.
owed-download = Als CSV herunterladen
owed-done = Bestätigt
owed-of = { $done } von { $asked }
owed-late = { $late } im Verzug
owed-parity = Leitung und Belegschaft
owed-group = Gruppe
owed-share = Anteil
owed-management = Leitung
owed-staff = Belegschaft
owed-crumb = Wer es gelesen hat
owed-standing = Stand
owed-standing-done = Bestätigt
owed-standing-open = Offen
owed-standing-late = Im Verzug
owed-standing-left = Ausgeschieden
owed-staff-is-counted = Sie sehen die Mitglieder der obersten Leitung mit Namen und die Belegschaft als Zahlen.
owed-any = Alle
owed-unit = Einheit
owed-show = Zeigen
owed-nobody = Niemand passt
owed-nobody-why = Wählen Sie einen anderen Stand oder eine andere Einheit. Auf der Liste stehen alle, die bei der Veröffentlichung hier gearbeitet haben, und alle, die seither dazugekommen sind.
owed-caption = { $asked ->
    [one] Eine Person wurde gefragt. Wer ausgeschieden ist, bleibt auf der Liste und zählt nicht mit.
   *[other] { $asked } Personen wurden gefragt. Wer ausgeschieden ist, bleibt auf der Liste und zählt nicht mit.
}
owed-name = Name
owed-asked = Gefragt
owed-because = Weil
owed-because-published = War bei der Veröffentlichung dabei
owed-because-joined = Kam später dazu
owed-by = Fällig
owed-acknowledged = Wann
owed-how = Wie
owed-pages = Seiten
owed-next = Weiter

reminders-title = Erinnerungen
reminders-schedule = Eine Woche vor dem Fälligkeitstag, an dem Tag, drei und sieben Tage danach, dann alle zwei Wochen. Nie am Wochenende, ein Brief für alles, was offen ist, und ab dem dritten Brief nach dem Fälligkeitstag erfährt es auch die Führungskraft.
reminders-none = Noch keine Erinnerung
reminders-none-why = Erinnerungen erscheinen hier, sobald sie verschickt werden.
reminders-round = { $count ->
    [one] Erinnerung { $step } zu dem, was am { $due } fällig war, ging an eine Person.
   *[other] Erinnerung { $step } zu dem, was am { $due } fällig war, ging an { $count } Personen.
}
reminders-stopped-by = { $name } hat die Erinnerungen am { $moment } angehalten: { $reason }
reminders-begun-by = { $name } lässt die Erinnerungen seit { $moment } weiterlaufen: { $reason }
reminders-reason = Warum?
reminders-reason-missing = Sagen Sie in einem Satz, warum.
reminders-stop = Erinnerungen anhalten
reminders-begin = Erinnerungen weiterlaufen lassen
reminders-stopped = Die Erinnerungen sind angehalten.
reminders-begun = Die Erinnerungen laufen weiter.

team-title = Mein Team
team-intro = Wer in Ihrem Team welchen geltenden Text bestätigt hat.
team-caption = Alle, die an Sie berichten.
team-nothing = Niemand berichtet an Sie
team-nothing-why = Sobald jemand an Sie berichtet, sehen Sie hier, was diese Person lesen soll und ob sie es getan hat.
team-due = fällig { $day }
team-not-asked = Nicht gefragt
team-nudge = Erinnern
team-select = { $name } erinnern
team-nudged-today = Heute erinnert
team-nudge-selected = Ausgewählte erinnern
team-nudged = { $count ->
    [0] Niemand wurde erinnert: Bei den Ausgewählten ist nichts offen, woran nicht heute schon erinnert wurde.
    [one] Eine Person erhält eine Erinnerung.
   *[other] { $count } Personen erhalten eine Erinnerung.
}

letter-acknowledge-subject = Bitte lesen: { $title } ({ $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
})
letter-acknowledge-text =
    Guten Tag { $name },

    „{ $title }“ gilt jetzt für alle bei { $organisation }. Bitte lesen Sie den Text bis { $due } und bestätigen Sie es:
    { $link }
    (öffnet den Text; aufgezeichnet wird erst etwas, wenn Sie den Knopf drücken)

    Sie können auch nachfragen oder mit Begründung ablehnen. Antworten auf diese E-Mail erreichen die Person, die den Text veröffentlicht hat.

letter-acknowledge-again-subject = Neue Version zu lesen: { $title } ({ $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
})
letter-acknowledge-again-text =
    Guten Tag { $name },

    es gibt eine neue Version von „{ $title }“. Was sich geändert hat, steht über dem Text. Bitte lesen Sie ihn bis { $due } und bestätigen Sie es:
    { $link }
    (öffnet den Text; aufgezeichnet wird erst etwas, wenn Sie den Knopf drücken)

    Was Sie früher bestätigt haben, bleibt bestehen. Sie können auch nachfragen oder mit Begründung ablehnen. Antworten auf diese E-Mail erreichen die Person, die den Text veröffentlicht hat.

letter-acknowledged-subject = Beleg: Sie haben { $title } gelesen
letter-acknowledged-text =
    Guten Tag { $name },

    am { $day } haben Sie bestätigt, dass Sie „{ $title }“, Version { $version }, gelesen haben und befolgen werden.

    Ihr Beleg: { $link }
    Der Fingerabdruck des Textes beginnt mit { $digest }. Die beigefügte Datei beweist jedem, dass Ihre Bestätigung im Protokoll von { $organisation } steht; heben Sie sie auf.

letter-reminder-subject = { $count ->
    [one] Noch offen: { $title }
   *[other] Noch offen: { $count } Texte zu lesen
}
letter-reminder-text =
    Guten Tag { $name },

    { $count ->
        [one] dies ist bei { $organisation } noch offen:
       *[other] diese Texte sind bei { $organisation } noch offen:
    }

    { $list }

    (ein Link öffnet den Text; aufgezeichnet wird erst etwas, wenn Sie den Knopf drücken)

    Steht etwas im Weg? Antworten Sie auf diese E-Mail, fragen Sie nach oder lehnen Sie mit Begründung ab.
letter-reminder-item =
    { $title }, fällig am { $due }
    { $link }

letter-team-late-subject = { $count ->
    [one] Eine Bestätigung aus Ihrem Team ist im Verzug
   *[other] { $count } Bestätigungen aus Ihrem Team sind im Verzug
}
letter-team-late-text =
    Guten Tag { $name },

    drei Erinnerungen sind vergangen, und dies ist in Ihrem Team noch offen:

    { $list }

    Bitte sprechen Sie mit ihnen. Ihr Team und was bei wem noch offen ist: { $link }
letter-team-late-item = { $person }: { $title }, fällig am { $due }
