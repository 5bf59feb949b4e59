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
home-later = { $count ->
    [one] Später (1)
   *[other] Später ({ $count })
}
home-done = Erledigt
home-done-item = { $title }, Version { $version }
home-done-signed = Unterschrieben
home-done-acknowledged = Bestätigt
