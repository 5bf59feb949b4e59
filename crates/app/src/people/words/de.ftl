people-title = Personen
people-lead = Alle, für die die Regeln gelten: wer sie sind, an wen sie berichten und was über sie aufgezeichnet ist.
people-crumbs = Wo Sie sind
people-pages = Seiten
people-next = Nächste Seite
people-older = Ältere Einträge
people-import = Personen importieren
people-add = Person hinzufügen
people-change = Ändern
people-change-of = { $name } ändern
people-save = Änderung speichern
people-cancel = Abbrechen
people-show = Anzeigen
people-show-now = Heutigen Stand anzeigen.
people-not-saved = Es wurde nichts gespeichert
people-empty-title = Noch ist niemand hier
people-empty = Von den Personen hängt ab, wer lesen, unterschreiben und lernen muss. Bringen Sie die Liste mit, die Ihr Personalsystem ausgibt; Sie sehen vorher, was geschehen würde, und können es rückgängig machen.
people-names-withheld = Namen und Adressen werden zurückgehalten. Fragen Sie die Beauftragte oder den Beauftragten für Informationssicherheit nach denen Ihrer Stichprobe.
people-metadata-only = Die Administration sieht, dass jemand hier ist und seit wann, und sonst nichts.
people-name-begins = Name beginnt mit
people-name = Name
people-email = E-Mail-Adresse
people-email-hint = Dorthin gehen Briefe, und damit meldet sich die Person an.
people-job-title = Stelle
people-unit = Einheit
people-any-unit = Alle Einheiten
people-manager = Vorgesetzte Person
people-manager-hint = E-Mail-Adresse oder voller Name von jemandem, der hier ist.
people-number = Personalnummer
people-number-hint = Wie das Personalsystem die Person kennt; spätere Importe werden dadurch sicher.
people-language = Sprache
people-language-none = Wie der Browser es wünscht
people-employment = Beschäftigung
people-contractor = Extern beschäftigt
people-since = Seit
people-first-day = Erster Tag
people-last-day = Letzter Tag
people-effective = Gilt ab
people-effective-hint = Nicht in der Zukunft und nicht vor dem ersten Tag.
people-pseudonym = Pseudonym in Aufzeichnungen
people-status = Wer
people-status-here = Zurzeit hier
people-status-gone = Ausgeschieden
people-status-everybody = Alle
people-as-of = Stand
people-as-they-were = die am { $day } hier waren, mit Einheit, Stelle und vorgesetzter Person dieses Tages. Gesucht wird nach heutigen Namen und Einheiten.
people-count-here = { $count ->
    [one] Eine Person ist hier.
   *[other] { $count } Personen sind hier.
}
people-count-gone = { $count ->
    [one] Eine Person ist ausgeschieden.
   *[other] { $count } Personen sind ausgeschieden.
}
people-count-everybody = { $count ->
    [one] Eine Person ist oder war hier.
   *[other] { $count } Personen sind oder waren hier.
}
people-count-found = { $count ->
    [one] Eine Person gefunden.
   *[other] { $count } Personen gefunden.
}
people-count-many = Mehr als 1.000 Personen gefunden.
people-nobody-found = Niemand passt. Leeren Sie den Filter, um alle zu sehen.
people-no-such-status = Diesen Status gibt es nicht.
people-not-a-day = Geben Sie ein Datum an, etwa 2026-11-22.
people-day-to-come = Dieser Tag kommt erst noch.
people-shown-as-of = Stand vom { $day }.
people-was-not-here = Die Person war an diesem Tag nicht hier.
people-has-left = Diese Person ist ausgeschieden. Was bekannt war, bleibt, wie es war.
people-no-address = Es gibt keine E-Mail-Adresse: Weder Briefe noch Anmeldecodes kommen an.
people-without-address = ohne E-Mail-Adresse
people-manager-is-gone = Die vorgesetzte Person ist ausgeschieden. Erinnerungen gehen ins Leere, bis jemand anderes eingetragen ist.
people-reports-left-alone = { $count ->
    [one] Eine Person berichtet noch an jemanden, der ausgeschieden ist.
   *[other] { $count } Personen berichten noch an jemanden, der ausgeschieden ist.
}
people-timeline = Aufgezeichnet
people-timeline-lead = Jeder Eintrag steht im Protokoll; keiner kann unbemerkt geändert oder entfernt werden.
people-in-the-log = Eintrag { $place } des Protokolls,
people-waits-for-the-log = Wartet auf den Platz im Protokoll,
people-receipt = Beleg
people-entered-late = Es geschah am { $moment } und wurde später eingetragen.
people-added = { $name } wurde hinzugefügt.
people-changed = Die Änderung ist aufgezeichnet.
people-nothing-changed = Es war nichts anders, darum wurde nichts aufgezeichnet.
people-leaving = Ausscheiden
people-leaving-link = Letzten Tag vermerken
people-leaving-title = { $name } scheidet aus
people-leaving-lead = Der letzte Tag gehört noch der Person: Der Zugang endet, wenn er vorüber ist. Beendet es die Organisation, endet er am letzten Tag sofort.
people-leaving-reason = Warum?
people-leaving-reason-hint = Mehr als das wird nicht aufbewahrt: Fristen hängen davon ab.
people-reason-voluntary = Eigene Entscheidung
people-reason-involuntary = Entscheidung der Organisation
people-reason-end-of-term = Ende einer Befristung
people-reason-other = Anderes, oder nicht mitgeteilt
people-leaving-note = Letzten Tag vermerken
people-leaving-noted = Der letzte Tag von { $name } ist der { $day }.
people-wrong-name = Eine Person braucht einen Namen mit höchstens 200 Zeichen.
people-wrong-email = Das ist keine E-Mail-Adresse.
people-wrong-email-taken = Jemand anderes hat diese E-Mail-Adresse schon.
people-wrong-title = Der Name einer Stelle hat höchstens 200 Zeichen.
people-wrong-unit = Eine Einheit hat höchstens 200 Zeichen.
people-wrong-number = Eine Personalnummer hat höchstens 100 Zeichen.
people-wrong-number-taken = Jemand anderes hat diese Personalnummer schon.
people-wrong-manager = Hier ist niemand mit diesem Namen oder dieser Adresse.
people-wrong-several-managers = Mehrere heißen so; geben Sie die E-Mail-Adresse an.
people-wrong-circle = Die Vorgesetzten gingen im Kreis: { $chain }.
people-wrong-when = Eine Änderung gilt ab einem Tag zwischen dem ersten Tag und heute.
people-wrong-before-start = Niemand scheidet aus, bevor er angefangen hat.
people-fact-name = Name
people-fact-email = E-Mail-Adresse
people-fact-title = Stelle
address-crumb = E-Mail-Adresse
address-title = Die E-Mail-Adresse von { $name }
address-lead = Eine neue Adresse wurde eingetragen. Wer die Post dort liest, könnte sich als dieses Mitglied der obersten Leitung anmelden und unterschreiben. Darum gilt sie erst, wenn die Person selbst oder ein anderes Mitglied der obersten Leitung sie bestätigt – oder wenn ihr niemand rechtzeitig widersprochen hat.
address-now = Adresse bisher
address-new = Neue Adresse
address-none = Keine
address-entered = Eingetragen
address-counts-from = Gilt ohne Antwort ab
address-confirm = Neue Adresse bestätigen
address-refuse = Bisherige Adresse behalten
address-confirm-done = Die neue Adresse gilt ab jetzt.
address-refuse-done = Es bleibt bei der bisherigen Adresse.
address-nothing-waits = Keine neue Adresse wartet auf eine Antwort.
address-not-yours = Eine neue Adresse bestätigt die Person selbst oder ein anderes Mitglied der obersten Leitung.
address-own-request = Die Adresse, die Sie eingetragen haben, muss jemand anderes bestätigen.
address-waits-now = Gespeichert. Die neue E-Mail-Adresse wartet: Sie gilt, sobald die Person selbst oder ein anderes Mitglied der obersten Leitung sie bestätigt.
address-waits-notice = Eine neue E-Mail-Adresse wartet auf Bestätigung.
address-waits-link = Ansehen
letter-address-changed-subject = Ihre E-Mail-Adresse bei { $organisation } wurde geändert
letter-address-changed-text =
    { $name }, bei { $organisation } hat { $by } eine andere E-Mail-Adresse für Sie eingetragen. Briefe und Anmeldecodes gehen ab jetzt dorthin; dies ist der letzte Brief an diese Adresse.

    Wenn Sie davon wissen, brauchen Sie nichts zu tun. Wenn nicht, sagen Sie es sofort der obersten Leitung und Ihrer internen Revision: Wer die Post an der neuen Adresse liest, kann sich als Sie anmelden.
letter-address-waits-subject = Ist das Ihre neue E-Mail-Adresse bei { $organisation }?
letter-address-waits-text =
    { $name }, bei { $organisation } hat { $by } eine andere E-Mail-Adresse für Sie eingetragen. Sie gilt noch nicht, weil Sie im Register der obersten Leitung stehen. Bestätigen Sie die Adresse hier, oder lehnen Sie sie ab:

    { $link }

    Wenn niemand antwortet, gilt sie ab { $until }. Die ganze oberste Leitung und die Prüfenden wissen davon.
letter-address-waits-of-subject = Eine neue E-Mail-Adresse für { $whose } wartet
letter-address-waits-of-text =
    { $name }, bei { $organisation } hat { $by } eine andere E-Mail-Adresse für { $whose } eingetragen. Wer die Post dort liest, kann sich als { $whose } anmelden. Fragen Sie { $whose } persönlich oder am Telefon, und bestätigen Sie die Adresse dann hier, oder lehnen Sie sie ab:

    { $link }

    Wenn niemand antwortet, gilt sie ab { $until }.
letter-address-waits-auditor-subject = Eine neue E-Mail-Adresse für { $whose } wartet
letter-address-waits-auditor-text =
    { $name }, für { $whose }, Mitglied der obersten Leitung von { $organisation }, hat { $by } eine andere E-Mail-Adresse eingetragen. Sie gilt, sobald { $whose } oder ein anderes Mitglied der obersten Leitung sie bestätigt, und ab { $until }, wenn niemand antwortet.

    Sie brauchen nichts zu tun. Sie erfahren es, weil sich mit einer Adresse anmelden und unterschreiben kann, wer die Post dort liest.
