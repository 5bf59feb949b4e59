home-title = Meine Seite
home-hello = Guten Tag, { $name }
home-count = { $count ->
    [0] Zurzeit werden Sie für nichts gebraucht.
    [one] Eine Sache braucht Sie.
    [2] Zwei Sachen brauchen Sie.
    [3] Drei Sachen brauchen Sie.
   *[other] { $count } Sachen brauchen Sie.
}
home-nothing = Nichts wartet auf Sie
home-nothing-why = Wird ein Text veröffentlicht, der Sie betrifft, erscheint er hier und in Ihrer Post, mit dem Tag, bis zu dem er gelesen sein soll.
home-nothing-executive = Was Ihre Unterschrift oder Ihre Entscheidung braucht, erscheint hier zuerst, nie mehr als drei Sachen auf einmal. Prüfer fragen, ob Sie dieselben Texte lesen und befolgen wie alle anderen; auch diese erscheinen hier.
home-to-readiness = Sehen, was Prüfende fragen werden
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
home-sign-why = Bevor Sie unterschrieben haben, bindet der Text niemanden. Sie können ebenso gut mit Begründung ablehnen oder nachfragen.
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
