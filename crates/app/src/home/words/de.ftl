home-title = Meine Seite
home-hello = Guten Tag, { $name }
home-count = { $count ->
    [0] Zurzeit werden Sie für nichts gebraucht.
    [one] Eine Aufgabe wartet auf Sie.
    [2] Zwei Aufgaben warten auf Sie.
    [3] Drei Aufgaben warten auf Sie.
   *[other] { $count } Aufgaben warten auf Sie.
}
home-nothing = Nichts wartet auf Sie
home-nothing-why = Wird ein Text veröffentlicht, der Sie betrifft, erscheint er hier und in Ihrer Post, mit dem Tag, bis zu dem er gelesen sein soll.
home-nothing-executive = Was Ihre Unterschrift oder Ihre Entscheidung braucht, erscheint hier zuerst, nie mehr als drei Aufgaben auf einmal. Prüfende fragen, ob Sie dieselben Texte lesen und befolgen wie alle anderen; auch diese erscheinen hier.
home-to-readiness = Ansehen, was Prüfende fragen werden
home-asked-by = Gefragt von
home-since = Seit
home-due = Fällig
home-late = Im Verzug
home-due-on = Fällig am { $day }
home-takes = Dauert
home-minutes = { $minutes ->
    [one] etwa eine Minute
   *[other] etwa { $minutes } Minuten
}
home-sign-title = „{ $title }“ unterschreiben
home-sign-why = Solange Sie nicht unterschrieben haben, bindet der Text niemanden. Sie können ebenso gut mit Begründung ablehnen oder nachfragen.
home-sign-button = Lesen und unterschreiben
home-acknowledge-title = „{ $title }“ lesen
home-acknowledge-why = Der Text gilt für alle, die hier arbeiten, und bittet jede und jeden zu bestätigen, dass sie ihn gelesen haben.
home-acknowledge-button = Lesen
home-publish-title = „{ $title }“ veröffentlichen
home-publish-why = Die Unterschrift ist da. Bevor der Text veröffentlicht ist, liest ihn sonst niemand, und niemand soll ihn bestätigen.
home-publish-button = Lesen und veröffentlichen
home-answer-title = Eine Frage beantworten: „{ $title }“
home-answer-why = Jemand fragt, bevor er unterschreibt oder bestätigt. Frage und Antwort bleiben beim Text.
home-answer-button = Antworten
home-decide-title = Über Ablehnungen entscheiden: „{ $title }“
home-decide-why = Jemand hat die Bestätigung abgelehnt. Das gilt als Lücke; Sie sagen, ob Sie gesprochen haben, erneut bitten oder es bestehen lassen.
home-decide-button = Ansehen und entscheiden
home-declined = { $count ->
    [one] Eine Person hat abgelehnt
   *[other] { $count } Personen haben abgelehnt
}
home-confirm-title = Die Bestellung von { $title } bestätigen
home-confirm-why = Ein Eintrag im Register der obersten Leitung braucht das Wort eines zweiten Mitglieds: Sonst gilt, was diese Person unterschreibt, nicht als von der richtigen unterschrieben.
home-confirm-button = Ansehen und bestätigen
home-passkeys-title = { $title }
home-passkeys-why = Wessen Passkey es ist, sagt jemand anderes als die Person selbst, am besten mit dem Gerät vor Augen. Sonst beweist eine Unterschrift einen Schlüssel und keinen Namen.
home-passkeys-button = Ansehen und bestätigen
home-passkeys = { $count ->
    [one] Bestätigen, wessen Passkey es ist
   *[other] Bestätigen, wessen Passkeys das sind ({ $count })
}
home-grant-title = Benennen, wer für Informationssicherheit zuständig ist
home-grant-why = Niemand hat diese Rolle. Wer sie hat, schreibt und veröffentlicht die Erklärung und führt das Register der obersten Leitung.
home-grant-button = Rolle vergeben
home-mail-title = E-Mail einrichten
home-mail-why = Kein Mailserver ist eingerichtet: Briefe bleiben auf dem Bildschirm und erreichen niemanden, und nur wer einen Passkey hat, kann sich anmelden.
home-mail-button = Sehen, was fehlt
home-appoint-title = Eintragen, wer zur obersten Leitung gehört
home-appoint-why = Nur wer im Register steht, unterschreibt eine Erklärung. Tragen Sie jede Person mit dem Dokument ein, auf dem die Bestellung beruht.
home-appoint-button = Jemanden eintragen
home-write-title = Die Erklärung beginnen
home-write-why = Damit beginnen Prüfende: mit der eigenen Erklärung der obersten Leitung, unterschrieben und datiert.
home-write-button = Beginnen
home-people-title = Ihre Kolleginnen und Kollegen eintragen
home-people-why = Außer Ihnen ist niemand eingetragen. Wer nicht auf der Liste steht, kann um nichts gebeten werden.
home-people-button = Personen eintragen oder einlesen
home-later = { $count ->
    [one] Später (1)
   *[other] Später ({ $count })
}
home-done = Erledigt
home-done-item = { $title }, Version { $version }
home-done-signed = Unterschrieben
home-done-acknowledged = Bestätigt
home-done-declined = Abgelehnt
