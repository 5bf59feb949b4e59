diff-changed = Geändert
diff-changed-under = Geändert: { $heading }
diff-removed = gestrichen:
diff-added = eingefügt:

document-refused-title = Ein Dokument braucht einen Titel mit höchstens 200 Zeichen.
document-refused-language = Ein Text wird auf Englisch oder auf Deutsch geschrieben.
document-refused-too-long = Ein Text hat höchstens 256 KiB.
document-refused-empty = Ein Text kann nicht leer sein.
document-refused-changed-meanwhile = Jemand anderes hat diesen Text gespeichert, während Sie schrieben. Ihr Text steht noch unten: Vergleichen Sie, dann speichern Sie erneut.
document-refused-draft-exists = Es gibt schon einen Entwurf. Schreiben Sie an diesem weiter.
document-refused-nothing-written = Es ist noch nichts geschrieben, womit ein neuer Entwurf beginnen könnte.
document-refused-nothing-to-send = Es gibt keinen Entwurf, der gesendet werden könnte.
document-refused-text-changed = Der Text hat sich geändert, seit er auf Ihrem Bildschirm stand. Lesen Sie ihn noch einmal, dann senden Sie ihn.
document-refused-placeholders = Es ist noch etwas auszufüllen: { $detail }
document-refused-nothing-changed = Der Text ist derselbe wie in der zuletzt unterschriebenen Version. Ändern Sie ihn, oder lassen Sie jene Version gelten.
document-refused-not-serving = Diese Person steht heute nicht im Register der obersten Leitung.
document-refused-still-open = Eine frühere Version wartet noch auf ihre Unterschrift. Ziehen Sie diese Anfrage zuerst zurück.
document-refused-review = Die nächste Überprüfung liegt nach dem Tag, ab dem der Text gilt, und höchstens zehn Jahre danach.
document-refused-due = Der Tag, bis zu dem Sie die Unterschrift brauchen, ist vorbei.
document-refused-ended = Diese Anfrage ist beendet. Es wurde nichts unterschrieben.
document-refused-ended-already = Diese Anfrage ist schon beendet.
document-refused-text-changed-sign = Der Text hat sich geändert, seit er auf Ihrem Bildschirm stand. Es wurde nichts unterschrieben.
document-refused-text-changed-look = Der Text hat sich geändert, seit er auf Ihrem Bildschirm stand. Lesen Sie ihn noch einmal.
document-refused-text-changed-publish = Der Text hat sich geändert, seit er auf Ihrem Bildschirm stand. Es wurde nichts veröffentlicht.
document-refused-not-serving-you = Sie stehen heute nicht im Register der obersten Leitung. Es wurde nichts unterschrieben.
document-refused-no-passkey = Sie haben noch keinen Passkey.
document-refused-answer-too-long = Das ist länger als 4.000 Zeichen. Es wurde nichts unterschrieben.
document-refused-unreadable = Die Antwort des Passkeys ist nicht lesbar. Es wurde nichts unterschrieben.
document-refused-foreign = Diese Antwort gehört zu einer anderen Frage. Es wurde nichts unterschrieben.
document-refused-replayed = Diese Antwort wurde schon verwendet. Es wurde nichts ein zweites Mal unterschrieben.
document-refused-expired = Seit der Frage sind fünf Minuten vergangen. Es wurde nichts unterschrieben; bitte drücken Sie noch einmal.
document-refused-foreign-passkey = Dieser Passkey ist keiner von Ihren. Es wurde nichts unterschrieben.
document-refused-forged = Die Signatur des Passkeys hält der Prüfung nicht stand ({ $detail }). Es wurde nichts unterschrieben.
document-refused-decline-reason = Sagen Sie in einem Satz, warum Sie ablehnen.
document-refused-question-words = Schreiben Sie mindestens einen Satz und höchstens 4.000 Zeichen.
document-refused-answered = Diese Frage ist schon beantwortet.
document-refused-author = Sie haben diesen Text geschrieben. Was er enthält, muss jemand anderes bestätigen.
document-refused-nothing-found = Wählen Sie für mindestens einen Inhalt die Überschrift, unter der Sie ihn gefunden haben.
document-refused-no-such-heading = Der Text hat keine solche Überschrift: { $detail }
document-refused-unsigned = Diese Version ist nicht unterschrieben. Nur Unterschriebenes wird veröffentlicht.
document-refused-superseded = Eine spätere Version ist schon veröffentlicht.
document-refused-withdrawn = Diese Veröffentlichung wurde zurückgezogen. Erstellen Sie eine neue Version.
document-refused-due-days = Geben Sie den Leuten zwischen 1 und 365 Tage.
document-refused-withdraw-reason = Sagen Sie in einem Satz, warum; er bleibt beim Eintrag.
document-refused-request-answered = Diese Anfrage ist schon unterschrieben oder abgelehnt.

letter-sign-request-subject = „{ $title }“ braucht Ihre Unterschrift ({ $minutes ->
    [one] etwa eine Minute Lesezeit
   *[other] etwa { $minutes } Minuten Lesezeit
})
letter-sign-request-text = Guten Tag { $name }, { $by } bittet Sie, „{ $title }“ bis zum { $due } zu unterschreiben.

    Lesen Sie den Text; was sich seit dem letzten geändert hat, steht oben. Unterschreiben Sie mit Gesicht, Finger oder PIN:
    { $link }
    (öffnet den Text; es wird nichts aufgezeichnet, bevor Sie die Schaltfläche drücken)

    Sie können ebenso mit einer Begründung ablehnen oder erst fragen. Antworten auf diese Nachricht gehen an { $by }.

    Warum Sie: Sie stehen im Register der obersten Leitung von { $organisation }.
letter-sign-request-own-subject = „{ $title }“ ist bereit für Ihre Unterschrift ({ $minutes ->
    [one] etwa eine Minute Lesezeit
   *[other] etwa { $minutes } Minuten Lesezeit
})
letter-sign-request-own-text = Guten Tag { $name }, Sie haben „{ $title }“ für Ihre eigene Unterschrift vorbereitet, bis zum { $due }.

    Lesen Sie den Text noch einmal; was sich seit dem letzten geändert hat, steht oben. Unterschreiben Sie mit Gesicht, Finger oder PIN:
    { $link }
    (öffnet den Text; es wird nichts aufgezeichnet, bevor Sie die Schaltfläche drücken)
letter-sign-remind-subject = „{ $title }“ braucht noch Ihre Unterschrift
letter-sign-remind-text = Guten Tag { $name }, die Unterschrift unter „{ $title }“ war zum { $due } erbeten.

    Lesen und unterschreiben, ablehnen oder fragen:
    { $link }
    (öffnet den Text; es wird nichts aufgezeichnet, bevor Sie die Schaltfläche drücken)

    Antworten auf diese Nachricht gehen an { $by }. Erinnerungen kommen nur an Werktagen und enden, sobald Sie so oder so geantwortet haben.
letter-sign-receipt-subject = Sie haben „{ $title }“ unterschrieben
letter-sign-receipt-text = Guten Tag { $name }, dies ist Ihr Beleg. Sie haben „{ $title }“ für { $organisation } auf Stufe { $level ->
        [L1] 1
       *[other] 2
    } unterschrieben.

    Der Text hat die SHA-256-Prüfsumme
    { $digest }
    Er liegt bei, Byte für Byte so, wie Sie ihn unterschrieben haben. Bewahren Sie diese Nachricht auf: Sie widerlegt jeden, der den Text später ändert.

    Beleg mit der Stelle im Protokoll:
    { $link }

    Wenn Sie das nicht waren oder es nicht der Text war, den Sie gesehen haben, antworten Sie noch heute auf diese Nachricht.
letter-signed-subject = { $signatory } hat „{ $title }“ unterschrieben
letter-signed-text = Guten Tag { $name }, { $signatory } hat „{ $title }“ auf Stufe { $level ->
        [L1] 1
       *[other] 2
    } unterschrieben. Niemand sonst liest den Text, bevor Sie ihn veröffentlichen:
    { $page }
    (verlangt, dass Sie sich anmelden)

    Prüfsumme des Textes: { $digest }
letter-declined-subject = { $signatory } hat die Unterschrift unter „{ $title }“ abgelehnt
letter-declined-text = Guten Tag { $name }, { $signatory } hat es abgelehnt, „{ $title }“ zu unterschreiben, und das so begründet:

    { $reason }

    Eine Ablehnung wird aufgezeichnet wie eine Unterschrift. Ändern Sie den Text und fragen Sie erneut, oder antworten Sie auf diese Nachricht; sie geht an { $signatory }.
letter-request-withdrawn-subject = Keine Unterschrift mehr nötig: „{ $title }“
letter-request-withdrawn-text = Guten Tag { $name }, Sie müssen „{ $title }“ nicht mehr unterschreiben. Die Anfrage wurde mit dieser Begründung zurückgezogen:

    { $reason }
letter-question-subject = { $asker } hat eine Frage zu „{ $title }“
letter-question-text = Guten Tag { $name }, { $asker } fragt zu „{ $title }“:

    { $question }

    Antworten Sie auf der Seite des Textes, damit Frage und Antwort bei ihm bleiben:
    { $page }
    (Sie müssen dort angemeldet sein)
letter-answer-subject = Antwort auf Ihre Frage zu „{ $title }“
letter-answer-text = Guten Tag { $name }, Sie haben zu „{ $title }“ gefragt:

    { $question }

    { $answerer } antwortet:

    { $answer }

    Zurück zum Text:
    { $link }

document-refused-takes-a-round = Ein Dokument dieser Art wird von mehreren genehmigt. Legen Sie es zur Genehmigung vor.
document-refused-change-unsaid = Sagen Sie, ob sich der Inhalt ändert oder nur der Wortlaut. Es wurde nichts genehmigt.
document-refused-text = Der Text kann noch nicht vorgelegt werden.
document-refused-round-nobody = Wählen Sie, wer genehmigt: auf jeder Stufe mindestens eine Person.
document-refused-round-quorum = Eine Stufe braucht mindestens eine und höchstens alle ihrer Personen.
document-refused-round-twice = Jemand ist zweimal genannt. Jede Person genehmigt einmal.
document-refused-round-requester = Sie legen diesen Text vor; genehmigen muss ihn jemand anderes.
document-refused-round-only-authors = Es müssten nur Verfasser genehmigen. Nennen Sie jemanden, der den Text nicht geschrieben hat, sodass eine solche Person immer gebraucht wird.
document-refused-round-not-entitled = Jemand, den Sie gewählt haben, hat heute kein Amt, das diese Genehmigung erlaubt.
document-refused-round-matrix = Die Genehmigungsmatrix verlangt mehr: { $detail }
document-refused-round-duties = Sagen Sie bei jeder Pflicht, was sie braucht, und warum. Ein Risiko wird bis zu einem Tag innerhalb von zwölf Monaten getragen; die anderen Antworten haben keinen Tag.
document-refused-delegate-not-yours = Sie können nur übertragen, was Ihnen Ihr eigenes Amt heute erlaubt.
document-refused-delegate-nobody = Niemand, der hier arbeitet, hat diese Adresse.
document-refused-delegate-yourself = Wählen Sie jemand anderen.
document-refused-delegate-scope = Wählen Sie mindestens eine Art von Dokument.
document-refused-delegate-days = Eine Vertretung beginnt frühestens heute und endet innerhalb von zwölf Monaten.
document-refused-delegate-reason = Sagen Sie in einem Satz, warum.
document-refused-review-nothing = Von diesem Dokument ist noch nichts genehmigt, was überprüft werden könnte.
document-refused-review-reason = Wählen Sie, was sich ergeben hat, und begründen Sie es in einem Satz; „überprüft“ allein sagt nichts.
document-refused-review-next = Die nächste Überprüfung liegt nach heute und innerhalb von zwölf Monaten.

matrix-sample-title = Wer was genehmigt
matrix-sample-text = Eine Richtlinie gilt, sobald die hier genannten Personen sie genehmigt haben. Jede Zeile nennt eine Art von Dokument, das Gremium, dessen Mitglieder es genehmigen, wie es im Register der obersten Leitung heißt, und wie viele von ihnen es braucht. Mehrere Zeilen für eine Art sind Stufen, eine nach der anderen. Niemand genehmigt, was er vorgelegt hat, und Verfasser allein genehmigen nichts.
matrix-sample-kind = Art
matrix-sample-who = Gremium
matrix-sample-quorum = Wie viele
matrix-sample-body = [Gremium, wie im Register]

letter-approval-request-subject = „{ $title }“ braucht Ihre Genehmigung ({ $minutes ->
    [one] etwa eine Minute Lesezeit
   *[other] etwa { $minutes } Minuten Lesezeit
})
letter-approval-request-text = Guten Tag { $name }, { $by } bittet Sie, „{ $title }“ bis zum { $due } zu genehmigen.

    Lesen Sie den Text, was sich seit der letzten Version geändert hat und was seine Pflichten brauchen. Genehmigen Sie mit Gesicht, Finger oder PIN:
    { $link }
    (öffnet den Text; es wird nichts aufgezeichnet, bevor Sie den Knopf drücken)

    Mit der Genehmigung entscheiden Sie auch, was die Pflichten darin brauchen. Sie können ebenso mit einer Begründung ablehnen oder erst fragen. Antworten auf diese Nachricht gehen an { $by }.
letter-approval-receipt-subject = Sie haben „{ $title }“ genehmigt
letter-approval-receipt-text = Guten Tag { $name }, dies ist Ihr Beleg. Sie haben „{ $title }“ für { $organisation } auf Stufe { $level } genehmigt.

    Der Text hat die SHA-256-Prüfsumme
    { $digest }
    Er liegt bei, Byte für Byte so, wie Sie ihn genehmigt haben. Bewahren Sie diese Nachricht auf: Sie widerlegt jeden, der den Text später ändert.

    Beleg mit der Stelle im Protokoll:
    { $link }

    Wenn Sie das nicht waren oder es nicht der Text war, den Sie gesehen haben, antworten Sie noch heute auf diese Nachricht.
letter-approved-subject = { $signatory } hat „{ $title }“ genehmigt
letter-approved-text = Guten Tag { $name }, { $signatory } hat „{ $title }“ auf Stufe { $level } genehmigt.

    Prüfsumme des Textes: { $digest }
    Wer als Nächstes gefragt wird und ob der Text veröffentlicht werden kann:
    { $page }
    (Sie müssen dort angemeldet sein)
letter-delegated-subject = Sie dürfen anstelle von { $delegator } genehmigen
letter-delegated-text = Guten Tag { $name }, { $delegator } lässt Sie vom { $first } bis zum { $last } Richtlinien an der eigenen Stelle genehmigen.

    Sie werden wie alle anderen gefragt, wenn jemand einen Text vorlegt. Ihre Genehmigung nennt die Vertretung, und alle können sie sehen.
