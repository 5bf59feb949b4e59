import-title = Personen importieren
import-back-to-set-up = Zurück zur Einrichtung
import-step-file = Datei
import-step-columns = Spalten
import-step-check = Prüfen
import-step-done = Fertig
import-step-is-done = (erledigt)
import-file = Eine Datei aus Ihrem Personalsystem
import-file-hint = CSV mit Überschriften, bis 64 MB und 200.000 Personen. BambooHR, Personio, HiBob und Google Workspace werden verstanden, wie sie sind. Es ändert sich nichts, bevor Sie gesehen haben, was sich ändern würde.
import-no-file = Wählen Sie zuerst eine Datei.
import-cannot-read = Diese Datei ist nicht lesbar
import-continue = Weiter
import-latest = Bisherige Importe
import-counts = { $joiners } eingetreten, { $changes } geändert, { $leavers } ausgeschieden
import-undone-tag = Zurückgenommen
import-wrong = Die Datei hat Fehler; es wurde nichts importiert
import-rows = { $count ->
    [one] Eine Zeile.
   *[other] { $count } Zeilen.
}
import-encoding-utf8 = Gelesen als UTF-8,
import-encoding-utf8-with-mark = Gelesen als UTF-8,
import-encoding-utf16 = Gelesen als UTF-16,
import-encoding-windows1252 = Vermutlich Windows-1252, denn UTF-8 ist es nicht: Sehen Sie auf die Umlaute,
import-delimiter-comma = getrennt durch Kommas.
import-delimiter-semicolon = getrennt durch Semikolons.
import-delimiter-tab = getrennt durch Tabulatoren.
import-which-column = Welche Spalte ist was?
import-column = Spalte der Datei
import-samples = Zum Beispiel
import-becomes = Wird zu
import-nameless = Spalte { $number }, ohne Überschrift
import-ignore = Nicht beachten
import-dates = Daten wie 03/04/2021
import-dates-found = Wie die Datei es zeigt
import-dates-day-first = Tag zuerst: 3. April
import-dates-month-first = Monat zuerst: 4. März
import-complete-question = Nennt die Datei alle?
import-complete-yes = Ja, alle
import-complete-yes-hint = Wer hier ist und nicht in der Datei steht, ist ausgeschieden.
import-complete-no = Nein, nur einige
import-complete-no-hint = Niemand scheidet aus, weil er fehlt.
import-show-what = Zeigen, was geschehen würde
import-another-file = Andere Datei
import-field-twice = Zwei Spalten können nicht beide für „{ $field }“ stehen.
import-field-external-id = Personalnummer
import-field-given-name = Vorname
import-field-family-name = Nachname
import-field-full-name = vollständiger Name
import-field-email = E-Mail-Adresse
import-field-job-title = Stelle
import-field-unit = Einheit
import-field-manager-id = Personalnummer der vorgesetzten Person
import-field-manager-email = Adresse der vorgesetzten Person
import-field-manager = vorgesetzte Person
import-field-started-on = erster Tag
import-field-left-on = letzter Tag
import-field-status = Status
import-field-language = Sprache
import-field-contractor = Art der Beschäftigung
import-field-name = Name
import-check-title = Prüfen, bevor es geschieht
import-not-applied = Es wurde nichts importiert
import-plan = { $joiners } treten ein, { $returners } kommen zurück, { $changes } ändern sich, { $leavers } scheiden aus. { $unchanged } bleiben, wie sie sind.
import-change-columns = Spalten ändern.
import-warnings = { $count ->
    [one] Ein Hinweis
   *[other] { $count } Hinweise
}
import-more-warnings = { $count ->
    [one] Und noch einer.
   *[other] Und noch { $count }.
}
import-nothing-to-do = Alle sind schon so, wie die Datei es sagt. Es gibt nichts zu tun.
import-what-happens = Was geschehen würde
import-leaves = Scheidet aus
import-changes = Ändert sich
import-returns = Kommt zurück
import-joins = Tritt ein
import-line = Zeile { $line }
import-why-not-in-file = Nicht in der Datei. Letzter Tag:
import-why-last-day = Der letzte Tag ist vorüber:
import-why-status = So sagt es die Datei. Letzter Tag:
import-why-suspended = Gesperrt, vielleicht nur vorübergehend. Letzter Tag:
import-shown = { $from } bis { $to } von { $total }
import-many-leavers = { $leavers } von { $of } Personen würden ausscheiden.
import-look-twice = Das ist mehr als ein Zehntel. Genau so sieht eine Datei aus, der die Hälfte der Zeilen fehlt: Sehen Sie zweimal hin.
import-i-mean-it = Ich habe nachgesehen: Diese { $leavers } Personen scheiden aus
import-apply = { $count ->
    [one] Eine Änderung übernehmen
   *[other] { $count } Änderungen übernehmen
}
import-discard = Verwerfen
import-not-as-shown = Die Personen haben sich geändert, seit dies gezeigt wurde. Hier steht, was jetzt geschehen würde.
import-address-waits = Die Datei gibt { $address } jemand anderem. Noch ist das die Adresse eines Mitglieds der obersten Leitung, dessen neue erst bestätigt werden muss. Es wurde nichts eingelesen.
import-applied = Der Import ist fertig. Unten können Sie ihn zurücknehmen.
import-result-title = Importiert
import-result-undone = Importiert und wieder zurückgenommen
import-file-name = Datei
import-when = Wann
import-lines = Zeilen
import-undo = Diesen Import zurücknehmen
import-undo-lead = Wer eingetreten ist, geht; wer ausgeschieden ist, ist wieder da; was sich geändert hat, ist wie zuvor. Jedes davon wird aufgezeichnet; gelöscht wird nichts.
import-undo-hint = Zum Beispiel: Es war die Datei vom letzten Monat.
import-undo-reason = Sagen Sie mit höchstens 500 Zeichen, warum der Import zurückgenommen wird.
import-undo-leave = Diese Personen lassen, wie sie sind, und den Rest zurücknehmen
import-not-undone = Es wurde nichts zurückgenommen
import-undone = { $count ->
    [one] Zurückgenommen: Eine Person ist wie zuvor.
   *[other] Zurückgenommen: { $count } Personen sind wie zuvor.
}
import-undone-already = Dieser Import wurde schon zurückgenommen.
import-changed-since = { $count ->
    [one] Eine Person hat sich seither geändert: { $names }.
   *[other] { $count } Personen haben sich seither geändert, darunter { $names }.
}
import-more-problems = { $count ->
    [one] Und noch ein Fehler.
   *[other] Und noch { $count } Fehler.
}
import-unreadable-empty = Die Datei ist leer.
import-unreadable-too-large = Die Datei ist größer als { $mebibytes } MiB.
import-unreadable-workbook = Das ist eine Excel-Arbeitsmappe; speichern Sie sie als CSV und importieren Sie diese Datei.
import-unreadable-zip = Das ist ein ZIP-Archiv; entpacken Sie es und importieren Sie die CSV-Datei darin.
import-unreadable-compressed = Das ist eine komprimierte Datei; entpacken Sie sie und importieren Sie die CSV-Datei darin.
import-unreadable-pdf = Das ist ein PDF-Dokument; geben Sie die Personen stattdessen als CSV aus.
import-unreadable-web-page = Das ist eine Webseite, vielleicht eine Anmeldeseite; laden Sie die CSV-Datei noch einmal herunter.
import-unreadable-nul = Zeile { $line } enthält NUL-Bytes, also ist dies keine Textdatei; geben Sie die Personen als CSV in UTF-8 aus.
import-unreadable-damaged = Zeile { $line } ist beschädigt: Die Datei ist bis auf diese Stelle UTF-8; geben Sie sie noch einmal aus.
import-unreadable-unclosed-quote = In Zeile { $line } öffnet sich ein Anführungszeichen, das sich nie schließt.
import-unreadable-too-many-columns = Zeile { $line } hat mehr als { $limit } Zellen.
import-unreadable-too-many-rows = Die Datei hat mehr als { $limit } Zeilen; importieren Sie sie in Teilen.
import-unreadable-long-heading = Die Überschrift der Spalte { $column } ist länger als { $limit } Zeichen.
import-problem-column-missing = Keine Spalte steht für „{ $required }“; wählen Sie eine.
import-problem-no-such-column = „{ $field }“ sollte in Spalte { $column } stehen, die diese Datei nicht hat.
import-problem-nobody = In dieser Datei steht niemand.
import-problem-ragged = Zeile { $line }: Die Überschriften haben { $headings } Zellen, diese Zeile { $cells }.
import-problem-missing = Zeile { $line }: „{ $field }“ fehlt.
import-problem-too-long = Zeile { $line }: „{ $field }“ hat { $length } Zeichen; höchstens sind es { $limit }.
import-problem-control-character = Zeile { $line }: „{ $field }“ enthält ein Steuerzeichen, etwa einen Zeilenumbruch.
import-problem-bad-email = Zeile { $line }: „{ $value }“ ist keine E-Mail-Adresse.
import-problem-bad-date = Zeile { $line }: „{ $value }“ ist kein Datum ({ $field }).
import-problem-dates-ambiguous = Zeile { $line }: Bei „{ $value }“ kann der Tag oder der Monat zuerst stehen, und kein Datum der Datei entscheidet es; wählen Sie.
import-problem-dates-mixed = In Zeile { $day_first } steht der Tag zuerst, in Zeile { $month_first } der Monat.
import-problem-left-before-starting = Zeile { $line }: Der letzte Tag, { $left_on }, liegt vor dem ersten, { $started_on }.
import-problem-unknown-status = Zeile { $line }: Der Status „{ $value }“ ist unbekannt.
import-problem-unknown-language = Zeile { $line }: Die Sprache „{ $value }“ ist unbekannt.
import-problem-same-email = Die Zeilen { $first } und { $line } haben dieselbe E-Mail-Adresse, { $email }.
import-problem-same-name = In den Zeilen { $first } und { $line } heißen beide { $name } und haben weder eine E-Mail-Adresse noch eine Nummer; ergänzen Sie eine davon.
import-problem-same-id = Die Zeilen { $first } und { $line } haben dieselbe Personalnummer, { $id }.
import-problem-other-id = Zeile { $line }: { $email } gehört { $name }, bekannt unter der Nummer { $known }, nicht { $given }.
import-problem-address-taken = Zeile { $line }: Die Adresse { $email } gehört schon { $name }.
import-problem-two-managers = Zeile { $line }: Die Nummer der vorgesetzten Person ist die von { $by_id }, die Adresse die von { $by_email }.
import-problem-circular-managers = Zeile { $line }: Die Vorgesetzten gehen im Kreis: { $chain }.
import-warning-nobody = In der Datei steht niemand, also scheidet niemand aus.
import-warning-no-address = Zeile { $line }: { $name } hat keine E-Mail-Adresse, also kommen weder Briefe noch Anmeldecodes an.
import-warning-known-by-name = Zeile { $line }: { $name } ist nur dem Namen nach bekannt, und niemand sonst hier heißt so; die Zeile gilt dieser Person.
import-warning-namesake-here = Zeile { $line }: Jemand namens { $name } ist schon hier, mit einer E-Mail-Adresse oder Nummer, die in dieser Zeile fehlt; aus ihr wird eine zweite Person.
import-warning-unknown-manager = Zeile { $line }: Die vorgesetzte Person „{ $manager }“ von { $name } ist unbekannt; es bleibt, wie es ist.
import-warning-ambiguous-manager = Zeile { $line }: Die vorgesetzte Person „{ $manager }“ von { $name } könnten { $count } Personen sein; es bleibt, wie es ist.
import-warning-manager-left = Zeile { $line }: { $manager }, vorgesetzte Person von { $name }, ist ausgeschieden; es bleibt, wie es ist.
import-warning-active-after-last-day = Zeile { $line }: { $name } ist als aktiv gekennzeichnet, aber der letzte Tag war der { $left_on }; der Status zählt.
import-warning-address-reused = Zeile { $line }: { $name } bekommt die Adresse { $email }, die bis { $left_on } { $former } gehörte.
import-warning-former-passed-over = { $count ->
    [one] Eine Person der Datei war schon ausgeschieden, bevor sie je hier war, und wird übergangen.
   *[other] { $count } Personen der Datei waren schon ausgeschieden, bevor sie je hier waren; sie werden übergangen.
}
