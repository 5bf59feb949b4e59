log-title = Protokoll
log-intro = Alles, was aufgezeichnet wurde, in einer Reihenfolge, die niemand unbemerkt ändern kann.
log-breadcrumb = Wo Sie sind
log-head = Kopf des Protokolls
log-size = Einträge
log-waiting = Warten auf ihren Platz
log-last = Letzter Eintrag
log-root = Wurzel-Hash
log-key = Schlüssel des Protokolls
log-checkpoint = Der unterzeichnete Prüfpunkt
log-checkpoint-why = Bewahren Sie eine Kopie außerhalb dieses Servers auf. Ein späteres Protokoll, das ihn nicht fortsetzt, wurde umgeschrieben.
log-checkpoint-alone = Der Prüfpunkt als Text
log-ladder = Vertrauensleiter
log-ladder-of-four = von 4 Sprossen
log-ladder-plainly = Ohne einen Zeitstempel von außen und mindestens einen Zeugen oder Inhaber eines Belegs außerhalb kann die Administration noch alles umschreiben außer Unterschriften mit Passkey.
log-rung-reached = Erreicht
log-rung-missing = Fehlt
log-rung-signed = Unterzeichnet und in sich stimmig
log-rung-signed-why = Jeder Eintrag steht in einem Baum, dessen Kopf mit dem Schlüssel des Protokolls unterzeichnet ist. Diesen Schlüssel hat die Administration.
log-rung-timed = Von außen datiert
log-rung-timed-why = Ein Zeitstempeldienst, den die Organisation nicht selbst betreibt, bestätigt, dass es das Protokoll zu einer Zeit gab. Es ist keiner eingerichtet.
log-rung-witnessed = Von außen bezeugt
log-rung-witnessed-why = Jemand außerhalb unterzeichnet jeden Kopf und lehnt eine zweite Geschichte ab. Es ist niemand eingerichtet. Belege und Pakete in anderen Händen helfen; ob sie noch da sind, kann dieser Server nicht wissen.
log-rung-identified = Schlüssel von Prüfenden bestätigt
log-rung-identified-why = Eine Prüferin oder ein Prüfer hat am eigenen Gerät gesehen, wie die Personen ihre Passkeys benutzen. Das ist hier noch nicht möglich.
log-type = Art
log-every-type = Jede Art
log-day = Tag
log-show = Anzeigen
log-not-a-day = Das ist kein Tag wie 2026-11-22.
log-none = Hier wurde nichts aufgezeichnet
log-none-why = An diesem Tag gibt es keine Aufzeichnung dieser Art. Wählen Sie einen anderen Tag oder jede Art.
log-newest-first = Neueste zuerst. Aufzeichnungen enthalten Pseudonyme; Namen sind eingesetzt, wo Sie sie sehen dürfen.
log-index = Eintrag
log-recorded = Aufgezeichnet
log-what = Was geschehen ist
log-by = Durch
log-waits = Wartet
log-pages = Seiten
log-older = Ältere Aufzeichnungen
log-not-for-administrators = Was aufgezeichnet wurde, ist für die Administration nicht sichtbar. Sie sehen, dass das Protokoll steht und wächst.
log-record = Eintrag { $index }
log-claimed = Soll geschehen sein
log-late = Warum nachgetragen
log-class = Klasse
log-revision = Fassung
log-previous-revision = die vorige
log-next-revision = die nächste
log-leaf = Blatt
log-leaf-hash = Hash des Blattes
log-commitment = Festlegung
log-salt = Salz
log-salt-erased = Gelöscht: Die Aufzeichnung lässt sich ihrem Blatt nicht mehr zuordnen.
log-bytes = Genaue Bytes herunterladen
log-proof = Beweis herunterladen
log-json = Die Aufzeichnung
log-json-why = Zum Lesen gesetzt. Die Prüfsumme gilt den genauen Bytes, ohne Leerzeichen und Zeilenumbrüche.
log-staff-is-counted = Die oberste Leitung sieht die Handlungen ihrer Mitglieder mit Namen und die der Belegschaft als Einträge ohne Namen.
log-somebody = Jemand aus der Belegschaft
log-system = Das Programm
log-class-governance = Handlungen der Leitung
log-class-people = Handlungen der Belegschaft und Angaben über sie
log-class-control = Schlüssel, Rollen und Einstellungen
log-class-sealed = Versiegelt
log-class-padding = Tarnung
log-technical = Technische Einzelheiten

## Was eine Aufzeichnung sagt. Personen stehen darin als Pseudonyme, bis ihre Namen eingesetzt werden.

record-acknowledgement-declined = { $person } hat es abgelehnt, „{ $title }“ Version { $version } zu bestätigen: { $reason }
record-acknowledgement-requested = { $people ->
        [one] Eine Person wurde
       *[other] { $people } Personen wurden
    } gebeten, „{ $title }“ Version { $version } bis zum { $due_on } zu bestätigen.
record-address-change-requested = Für { $person } aus der obersten Leitung wurde eine andere E-Mail-Adresse eingetragen; sie wartet bis { $waits_until } auf Bestätigung.
record-address-change-settled = Die neue E-Mail-Adresse von { $person } { $settlement ->
        [confirmed] wurde bestätigt
        [refused] wurde abgelehnt
        [unanswered] gilt, weil niemand rechtzeitig geantwortet hat
        [replaced] ist einer anderen gewichen
       *[other] war nicht mehr zu verwenden
    }.
record-appointment-confirmed = { $by } hat die Bestellung von { $person } bestätigt.
record-approval-delegated = { $from } lässt { $to } vom { $first_day } bis zum { $last_day } an der eigenen Stelle genehmigen: { $reason }
record-approval-requested = „{ $title }“ Version { $version } wurde zur Genehmigung vorgelegt.
record-clock-stepped = Die Uhr des Servers wurde von { $from } auf { $to } gestellt.
record-contents-confirmed = { $by } hat { $items ->
        [one] einen verlangten Inhalt
       *[other] { $items } verlangte Inhalte
    } von „{ $title }“ Version { $version } bestätigt.
record-declining-decided = { $by } hat entschieden, was aus der Ablehnung von { $person } folgt: { $decision ->
        [asked-again] noch einmal fragen
        [accepted-as-gap] als Lücke hinnehmen
       *[other] es wurde darüber gesprochen
    }.
record-delegation-ended = Eine Vertretung endete vor ihrem letzten Tag: { $reason }
record-document-acknowledged = { $person } hat „{ $title }“ Version { $version } bestätigt, { $proof-level ->
        [L2] mit einem Passkey
       *[other] angemeldet
    }.
record-document-published = „{ $title }“ Version { $version } wurde für { $people ->
        [one] eine Person
       *[other] { $people } Personen
    } veröffentlicht, zu bestätigen innerhalb von { $due_days ->
        [one] einem Tag
       *[other] { $due_days } Tagen
    }.
record-document-reviewed = „{ $title }“ Version { $version } wurde überprüft: { $outcome ->
        [no-change] keine Änderung nötig
        [to-be-changed] zu ändern
       *[other] außer Kraft zu setzen
    }. { $reason }
record-document-signed = { $person }, { $capacity }, hat „{ $title }“ Version { $version } unterschrieben, { $proof-level ->
        [L2] mit einem Passkey
       *[other] ohne Passkey
    }.
record-document-withdrawn = „{ $title }“ Version { $version } wurde zurückgezogen.
record-log-started = { $purpose ->
        [demonstration] Das Protokoll wurde für eine Vorführung begonnen. Es ist kein Nachweis.
       *[other] Das Protokoll wurde begonnen.
    }
record-organisation-changed = Die Organisation ist als „{ $name }“ beschrieben.
record-pack-issued = Ein Nachweispaket wurde ausgestellt, mit allem bis zum { $as_of }: { $size } Einträge des Protokolls.
record-parameter-changed = { $decided_by } hat die Schwelle „{ $parameter }“ { $from ->
        [none] auf { $to }
       *[other] von { $from } auf { $to }
    } { $loosens ->
        [true] gelockert
       *[other] verschärft
    }.
record-passkey-confirmed = { $by } hat einen Passkey von { $person } bestätigt.
record-passkey-enrolled = { $person } hat einen Passkey hinzugefügt, der { $backup_eligible ->
        [true] auf mehreren Geräten liegt
       *[other] auf einem Gerät bleibt
    }.
record-passkey-revoked = { $by } hat einen Passkey von { $person } widerrufen.
record-people-import-undone = Ein Import von Personen wurde rückgängig gemacht: { $reverted ->
        [one] eine Änderung wurde
       *[other] { $reverted } Änderungen wurden
    } zurückgenommen.
record-people-imported = Aus „{ $source }“ wurden Personen importiert: { $joiners ->
        [one] eine ist eingetreten
       *[other] { $joiners } sind eingetreten
    }, { $changes ->
        [one] eine hat sich geändert
       *[other] { $changes } haben sich geändert
    }, { $leavers ->
        [one] eine ist ausgeschieden
       *[other] { $leavers } sind ausgeschieden
    }.
record-person-appointed = { $person } wurde ab dem { $from }{ $until ->
        [none] {""}
       *[other] {" "}bis zum { $until }
    } bestellt: { $capacity } ({ $body }).
record-person-changed = Was über { $person } bekannt ist, hat sich mit Wirkung vom { $effective_on } geändert: { $changed }.
record-person-joined = { $person } ist am { $started_on } eingetreten.
record-person-left = { $person } scheidet aus; der letzte Tag ist der { $left_on }.
record-person-relieved = { $person } ist mit Ablauf des { $until } abberufen.
record-question-answered = { $by } hat eine Frage zu { $about-request ->
        [none] einem veröffentlichten Dokument
       *[other] einer Bitte um Unterschrift
    } beantwortet.
record-question-asked = { $person } hat eine Frage zu { $about-request ->
        [none] einem veröffentlichten Dokument
       *[other] einer Bitte um Unterschrift
    } gestellt.
record-role-ended = { $person } hat die Rolle „{ $role }“ bis zum { $until }.
record-role-granted = { $person } hat ab dem { $from }{ $until ->
        [none] {""}
       *[other] {" "}bis zum { $until }
    } die Rolle „{ $role }“.
record-setting-changed = { $setting ->
        [reminders] { $value-plain ->
            [stopped] Die Erinnerungen zu einer Veröffentlichung wurden angehalten.
           *[other] Die Erinnerungen zu einer Veröffentlichung gehen wieder hinaus.
        }
       *[other] Die Einstellung „{ $setting }“ wurde geändert.
    }
record-signature-declined = { $person } hat die Unterschrift unter „{ $title }“ Version { $version } abgelehnt.
record-signature-requested = { $from } wurde um die Unterschrift unter „{ $title }“ Version { $version } gebeten.

## Arten von Aufzeichnungen

log-type-acknowledgement-declined = Bestätigung abgelehnt
log-type-acknowledgement-requested = Um Bestätigung gebeten
log-type-address-change-requested = Neue Adresse eingetragen
log-type-address-change-settled = Neue Adresse entschieden
log-type-appointment-confirmed = Bestellung bestätigt
log-type-approval-delegated = Genehmigung übertragen
log-type-approval-requested = Zur Genehmigung vorgelegt
log-type-clock-stepped = Uhr verstellt
log-type-contents-confirmed = Inhalte bestätigt
log-type-declining-decided = Über Ablehnung entschieden
log-type-delegation-ended = Vertretung beendet
log-type-document-acknowledged = Dokument bestätigt
log-type-document-published = Dokument veröffentlicht
log-type-document-reviewed = Dokument überprüft
log-type-document-signed = Dokument unterschrieben
log-type-document-withdrawn = Dokument zurückgezogen
log-type-log-started = Protokoll begonnen
log-type-organisation-changed = Organisation beschrieben
log-type-pack-issued = Nachweispaket ausgestellt
log-type-parameter-changed = Schwelle geändert
log-type-passkey-confirmed = Passkey bestätigt
log-type-passkey-enrolled = Passkey hinzugefügt
log-type-passkey-revoked = Passkey widerrufen
log-type-people-import-undone = Import rückgängig gemacht
log-type-people-imported = Personen importiert
log-type-person-appointed = Bestellt
log-type-person-changed = Person geändert
log-type-person-joined = Eingetreten
log-type-person-left = Ausgeschieden
log-type-person-relieved = Abberufen
log-type-question-answered = Frage beantwortet
log-type-question-asked = Frage gestellt
log-type-role-ended = Rolle beendet
log-type-role-granted = Rolle erteilt
log-type-setting-changed = Einstellung geändert
log-type-signature-declined = Unterschrift abgelehnt
log-type-signature-requested = Um Unterschrift gebeten

## Angaben zu einer Person

fact-name = Name
fact-email = E-Mail-Adresse
fact-title = Stelle
fact-unit = Einheit
fact-manager = vorgesetzte Person
fact-number = Personalnummer
fact-language = Sprache
fact-contractor = Beschäftigung
fact-started-on = erster Tag
fact-left-on = letzter Tag
