operations-title = Betrieb
operations-intro = Wie es dieser Installation geht. Inhalte von Aufzeichnungen und Briefen sind für die Administration nicht sichtbar.
operations-breadcrumb = Wo Sie sind
operations-fine = In Ordnung
operations-look = Bitte ansehen
operations-working = In Arbeit
operations-unknown = Unbekannt
operations-log = Protokoll
operations-log-says = { $size } Einträge, der letzte vom { $last }.
operations-log-continues = Setzt fort, was unterzeichnet wurde
operations-log-broken = Setzt nicht fort, was unterzeichnet wurde
operations-leaves = Aufzeichnungen, die auf ihren Platz im Protokoll warten
operations-leaves-waiting = { $count ->
    [0] Keine.
    [one] Eine; das sollte etwa eine Sekunde dauern.
   *[other] { $count }; das sollte etwa eine Sekunde dauern.
}
operations-jobs-failed-title = Gescheiterte Aufträge
operations-jobs-failed-intro = Arbeit im Hintergrund, die aufgegeben wurde. Wenn die Ursache behoben ist, versuchen Sie es erneut.
operations-jobs-failed-count = { $count ->
    [0] Keine.
    [one] Ein Auftrag wurde aufgegeben.
   *[other] { $count } Aufträge wurden aufgegeben.
}
operations-jobs-waiting-title = Wartende Aufträge
operations-jobs-waiting-intro = Arbeit im Hintergrund, die gleich erledigt oder noch einmal versucht wird.
operations-jobs-waiting-count = { $count ->
    [0] Keine.
    [one] Ein Auftrag wartet.
   *[other] { $count } Aufträge warten.
}
operations-jobs-failed-none = Kein Auftrag ist gescheitert
operations-jobs-waiting-none = Kein Auftrag wartet
operations-jobs-none-why = Briefe, Erinnerungen und Pakete entstehen durch Aufträge. Was nach zwölf Versuchen nicht gelingt, steht hier mit dem Grund.
operations-newest-first = Neueste zuerst.
operations-job = Auftrag
operations-job-write-letter = Einen Brief schreiben
operations-job-send-letter = Einen Brief senden
operations-job-tell-audience = Allen von einer Veröffentlichung schreiben
operations-job-send-receipt = Einen Beleg senden
operations-jobs-waiting-when = Läuft
operations-jobs-failed-when = Aufgegeben
operations-job-attempts = Versuche
operations-job-note = Grund
operations-job-act = Was zu tun ist
operations-job-retry = Erneut versuchen
operations-job-tried-again = Der Auftrag wird erneut versucht.
operations-pages = Seiten
operations-older = Ältere Aufträge
operations-mail = E-Mail
operations-mail-configured = Ein Mailserver ist eingerichtet.
operations-mail-missing = Es ist kein Mailserver eingerichtet: Briefe bleiben auf dem Bildschirm. Setzen Sie „smtp“ in der Konfiguration.
operations-version = Version
operations-database = Datenbank
operations-files = Dateien
operations-files-here = Im Datenordner
operations-files-elsewhere = Im eingerichteten Objektspeicher
operations-disk = Platte des Datenordners
operations-disk-free = { $whole },{ $tenth } GiB frei ({ $percent } %)
operations-disk-tight = Wird knapp
operations-backup = Letzte Sicherung
operations-backup-why = Sicherungen werden von außen gemacht, und dieser Server erfährt nichts davon. Machen Sie eine mit „countersign backup“, bewahren Sie sie anderswo auf und probieren Sie die Wiederherstellung.
