## Das Handbuch der Regeln. Das Englische steht als Kommentar bei den Regeln selbst.

manual-stmt-missing-title = Eine Erklärung ist in Kraft
manual-stmt-missing-looks-at = jede Erklärung der obersten Leitung, ihre Unterschriften, den Tag, ab dem sie gilt, die juristischen Personen, für die sie spricht, und was eine Vorlage im Text hinterlassen hat.
manual-stmt-missing-why = Ohne eine Erklärung, die sie im eigenen Namen unterschrieben hat, hat die oberste Leitung nichts gesagt. ISO 27001 verlangt die Erklärung nicht als solche; sie ist der klarste Nachweis für 5.1 und A.5.4 und das Erste, was Prüfende sehen wollen.
manual-stmt-missing-what-to-do = Schreiben Sie die Erklärung in den eigenen Worten der Leitung, füllen Sie jeden Platzhalter aus, und lassen Sie sie hier von jemandem unterschreiben, der im Register der obersten Leitung steht.
manual-stmt-missing-how-it-is-gamed = Eine Vorlage wird als unterschriebene Datei hochgeladen. Es zählt nur eine hier geleistete Unterschrift oder eine Datei, die die genannte Person persönlich bestätigt; ein Platzhalter im Text fällt durch. Die Lücke gilt als schwerwiegend, wenn auch sonst nichts 5.1 zeigt, also wenn auch `comms-from-top-missing` fehlschlägt.

manual-stmt-stale-title = Die Erklärung wird rechtzeitig erneuert
manual-stmt-stale-looks-at = die letzte Unterschrift, die eine Erklärung in Kraft erneuert, und die aufgezeichneten Änderungen von Geltungsbereich, Eigentum und Strategie.
manual-stmt-stale-why = Eine Erklärung, die vor Jahren oder vor dem Verkauf der Firma unterschrieben wurde, zeigt, was die Leitung damals dachte. ISO 27001 nennt keine Zahl; zwölf Monate sind gute Praxis, und Sie können sie ändern.
manual-stmt-stale-what-to-do = Lesen Sie die Erklärung, ändern Sie, was nicht mehr stimmt, und unterschreiben Sie sie erneut.
manual-stmt-stale-how-it-is-gamed = Derselbe Text wird mit neuem Datum noch einmal unterschrieben. Eine Unterschrift unter unveränderten Text erneuert ihn nur, wenn die unterschreibende Person beantwortet, was sich dieses Jahr geändert hat; beide Texte werden nebeneinander gezeigt.

manual-stmt-wrong-signatory-title = Die oberste Leitung selbst hat die Erklärung unterschrieben
manual-stmt-wrong-signatory-looks-at = die Unterschriften unter jeder Erklärung in Kraft und die Einträge der Unterschreibenden im Register der obersten Leitung am Tag der Unterschrift: erster und letzter Tag, Grundlage, Bestätigung, juristische Personen.
manual-stmt-wrong-signatory-why = Führung lässt sich nicht übertragen: Eine Erklärung, die die oder der Sicherheitsbeauftragte unterschreibt, zeigt, dass ihr oder ihm die Sicherheit am Herzen liegt.
manual-stmt-wrong-signatory-what-to-do = Lassen Sie ein Mitglied der obersten Leitung unterschreiben; fügen Sie der Bestellung den Beschluss oder den Registerauszug bei, und lassen Sie ein zweites Mitglied sie bestätigen.
manual-stmt-wrong-signatory-how-it-is-gamed = Die oder der Sicherheitsbeauftragte wird am Tag der Unterschrift ins Register gesetzt. Eine Bestellung braucht eine Grundlage und die Bestätigung eines anderen Mitglieds; eine, die nach der Unterschrift eingetragen wurde, zählt nicht, und auf eine, die weniger als 30 Tage vorher eingetragen wurde, wird hingewiesen.

manual-stmt-signatory-left-title = Wer die Erklärung unterschrieben hat, ist noch im Amt
manual-stmt-signatory-left-looks-at = die Mitglieder der obersten Leitung, die eine Erklärung in Kraft unterschrieben haben: ob sie noch da sind, und noch in der Stellung, in der sie unterschrieben.
manual-stmt-signatory-left-why = Das Versprechen von jemandem, der gegangen ist, bindet niemanden. Wer nachfolgt, hat `stmt.resign` Tage Zeit, im eigenen Namen zu unterschreiben, üblicherweise sechzig.
manual-stmt-signatory-left-what-to-do = Lassen Sie die Nachfolgerin oder den Nachfolger die Erklärung lesen, ändern und unterschreiben; beenden Sie die Bestellung der ausgeschiedenen Person.
manual-stmt-signatory-left-how-it-is-gamed = Die Bestellung von jemandem, der ausgeschieden ist, bleibt offen. Der letzte Tag in den Personaldaten zählt ebenso, und was zuerst kommt, entscheidet.

manual-stmt-unpublished-title = Die Erklärung ist für alle zugänglich
manual-stmt-unpublished-looks-at = die Veröffentlichungen jeder Erklärung in Kraft: an wen, seit wann, ob neu Eintretende sie sehen, ohne dass jemand daran denken muss, und Zeiten, in denen sie nicht lesbar war.
manual-stmt-unpublished-why = Eine Erklärung in der Schublade lenkt niemanden; ISO 27001 7.4 und 5.1 verlangen, dass ihre Botschaft die Menschen erreicht.
manual-stmt-unpublished-what-to-do = Veröffentlichen Sie die Version in Kraft für alle, auch für neu Eintretende, und lassen Sie sie dort.
manual-stmt-unpublished-how-it-is-gamed = Sie wird für einen Tag veröffentlicht und wieder weggenommen. Mehr als insgesamt ein Tag ohne sie, zwischen ihrer ersten Veröffentlichung und jetzt, ist eine Lücke.

manual-stmt-hollow-title = Die Erklärung ist vollständig und in eigenen Worten verfasst
manual-stmt-hollow-looks-at = welche der zwölf Inhalte jemand anderes als die verfassende Person in jeder Erklärung in Kraft gefunden hat, und wie sehr sie dem Muster gleicht, das wir mitliefern.
manual-stmt-hollow-why = „Sicherheit ist uns wichtig“ verpflichtet niemanden. Eine Erklärung trägt, wenn die Leitung sich selbst bindet, Mittel verspricht, Folgen nennt und schützt, wer sich zu Wort meldet.
manual-stmt-hollow-what-to-do = Lassen Sie jemanden, der den Text nicht geschrieben hat, ankreuzen, was darin steht; schreiben Sie mit eigenen Worten, was fehlt.
manual-stmt-hollow-how-it-is-gamed = Leere Absätze werden angekreuzt, oder das Muster wird unverändert unterschrieben. Kreuze der verfassenden Person zählen nicht, und auf einen Text, der mehr als `similarity` Prozent seiner Folgen von fünf Wörtern mit dem Muster teilt, wird hingewiesen.

manual-comms-from-top-missing-title = Die oberste Leitung spricht über Sicherheit
manual-comms-from-top-missing-looks-at = die Mitteilungen zur Sicherheit der letzten sechs Monate, wer sie verfasst hat, und wer aus der obersten Leitung mit eigener Anmeldung hinter jeder steht.
manual-comms-from-top-missing-why = Prüfende fragen Beschäftigte, wer mit ihnen über Sicherheit spricht. Lautet die Antwort „nur die IT“, ist Führung nicht sichtbar, was immer die Richtlinie sagt.
manual-comms-from-top-missing-what-to-do = Lassen Sie ein Mitglied der obersten Leitung bei der nächsten Betriebsversammlung oder in einer Nachricht etwas sagen, bewahren Sie Folien oder Text auf, und lassen Sie es hier bestätigen.
manual-comms-from-top-missing-how-it-is-gamed = Die oder der Sicherheitsbeauftragte schreibt und setzt den Namen der Geschäftsführung darunter. Ein Name ist keine Billigung: Wer genannt wird, bestätigt es persönlich.

manual-policy-changed-after-approval-title = Veröffentlicht ist, was genehmigt wurde
manual-policy-changed-after-approval-looks-at = die Prüfsumme jedes Textes, der Menschen gezeigt wird, neu berechnet, als diese Tatsachen gesammelt wurden, und die Prüfsumme des unterschriebenen Textes.
manual-policy-changed-after-approval-why = Eine Genehmigung ist genau so viel wert wie die Worte, für die sie gegeben wurde. Andere Worte unter genehmigtem Namen hat niemand genehmigt, und sie täuschen, wer sie bestätigt.
manual-policy-changed-after-approval-what-to-do = Nehmen Sie die Veröffentlichung zurück, finden Sie heraus, wer den Text geändert hat, und lassen Sie den gemeinten Text als neue Version unterschreiben.
manual-policy-changed-after-approval-how-it-is-gamed = Die Quelldatei wird außerhalb bearbeitet. Hier lassen sich nur genehmigte Bytes veröffentlichen, und sie werden bei jeder Ausgabe neu geprüft.

manual-policy-ack-missing-title = Alle, die gebunden sind, haben rechtzeitig bestätigt
manual-policy-ack-missing-looks-at = jede veröffentlichte Version, die eine Bestätigung verlangt: wer gebunden ist, wer bestätigt hat, wer abgelehnt hat, wessen letzter Tag vorbei ist, bei dieser oder einer früheren Version, wer ausgenommen wurde und warum.
manual-policy-ack-missing-why = Menschen lassen sich nur an dem messen, was ihnen gezeigt wurde. Der Stand an einem Tag, mit den Namen dahinter, ist das, woraus Prüfende ihre Stichprobe ziehen.
manual-policy-ack-missing-what-to-do = Erinnern Sie, wer im Verzug ist, und beginnen Sie oben; entscheiden Sie, was aus jeder Ablehnung folgt; schreiben Sie für alle, die ausgelassen wurden, Grund und Entscheidung auf.
manual-policy-ack-missing-how-it-is-gamed = Die Liste der Gebundenen wird so lange gekürzt, bis der Rest vollständig ist. Wer bei der Organisation ist und weder gebunden noch mit Grund ausgenommen, zählt als fehlend. Oder es wird eine neue Version veröffentlicht, damit ein neuer letzter Tag beginnt: Wer den Tag einer früheren Version verstreichen ließ und seither nichts bestätigt hat, bleibt im Verzug. Eine Ablehnung ist eine Lücke, bis die Person bestätigt. Ein Mitglied der obersten Leitung unter denen, die im Verzug sind oder abgelehnt haben, oder weniger als 80 Prozent derer, deren Tag vorbei ist, gilt als schwerwiegend.

manual-exec-ack-missing-title = Die oberste Leitung hat rechtzeitig bestätigt
manual-exec-ack-missing-looks-at = alle im Register der obersten Leitung und jede veröffentlichte Version, die eine Bestätigung verlangt: erledigt, offen, abgelehnt, im Verzug mit dieser oder einer früheren Version, ausgenommen oder gar nicht gefragt.
manual-exec-ack-missing-why = Die Leitung zuerst. Wer die Regeln anordnet, wird als Erstes nach der eigenen Bestätigung gefragt.
manual-exec-ack-missing-what-to-do = Lesen und bestätigen Sie. Wo etwas ein Mitglied der Leitung wirklich nicht betrifft, lassen Sie die Ausnahme mit ihrem Grund von jemand anderem billigen.
manual-exec-ack-missing-how-it-is-gamed = Der Kreis wird so bestimmt, dass der Vorstand nicht dazugehört. Was alle bindet, bindet auch ihn: Wer im Register steht und nicht auf der Liste, ist eine Lücke, und eine Ausnahme braucht einen Grund und die Billigung von jemand anderem.

manual-backdated-record-title = Nichts ist rückdatiert
manual-backdated-record-looks-at = die drei Zeiten jeder Aufzeichnung (wann es geschehen sein soll, wann es aufgezeichnet wurde, wann es jemand außerhalb zuerst bezeugte) und Erklärungen, die von einem Tag vor ihrer Unterschrift an gelten wollen.
manual-backdated-record-why = Nachweise, die in der Woche vor der Prüfung erfunden werden, sind weniger wert als keine. Nachträge sind zulässig und bleiben sichtbar; ungekennzeichnete täuschen.
manual-backdated-record-what-to-do = Zeichnen Sie auf, was geschieht, wenn es geschieht. Kennzeichnen Sie einen Eintrag nach mehr als `late.label` Tagen als Nachtrag, und sagen Sie nach mehr als `late.label.explain` Tagen, warum.
manual-backdated-record-how-it-is-gamed = Die Uhr des Servers wird zurückgestellt. Aufzeichnungen sind nummeriert; eine spätere Nummer mit früherer Zeit fällt auf, ebenso eine Aufzeichnung, die außerhalb bezeugt wurde, bevor sie entstand.

manual-impossible-chronology-title = Die Ereignisse stehen in einer möglichen Reihenfolge
manual-impossible-chronology-looks-at = Texte, Unterschriften, Bestätigungen, Veröffentlichungen, Bestellungen und die ersten und letzten Tage der Menschen, und vergleicht ihre Zeiten.
manual-impossible-chronology-why = Niemand unterschreibt einen Text, den es noch nicht gibt, und niemand bestätigt etwas nach dem Ausscheiden. Wo sich Zeiten widersprechen, hat jemand etwas erfunden, oder ein Datum ist falsch.
manual-impossible-chronology-what-to-do = Finden Sie heraus, welche der beiden Zeiten falsch ist, und berichtigen Sie sie mit einer neuen Aufzeichnung, die das sagt.
manual-impossible-chronology-how-it-is-gamed = Beide Aufzeichnungen werden bearbeitet, bis sie zusammenpassen. Das Protokoll zeigt jede Bearbeitung, und Belege des ersten Standes sind in den Händen anderer.

manual-log-broken-title = Das Protokoll ist unversehrt
manual-log-broken-looks-at = die letzte Prüfung des ganzen Protokolls, und ob es mit einem Prüfpunkt in fremden Händen verglichen wurde.
manual-log-broken-why = Jede andere Antwort beruht darauf, dass die Aufzeichnungen die sind, die gemacht wurden. Ein Protokoll, das sich nicht bestätigen lässt, beantwortet nichts.
manual-log-broken-what-to-do = Prüfen Sie das Protokoll. Ist es beschädigt, spielen Sie nichts darüber: Bewahren Sie es, wie es ist, und fragen Sie, wer ein Nachweispaket oder einen Prüfpunkt verwahrt.
manual-log-broken-how-it-is-gamed = Wer den Server betreibt, baut das ganze Protokoll neu. Das passt zu sich selbst, aber nicht zu einem Prüfpunkt außerhalb: bei einem Zeugen, bei Prüfenden, bei allen, die ein Nachweispaket erhalten haben. Ohne einen solchen Prüfpunkt sagt das Ergebnis es dazu.

manual-evidence-undated-title = Nachweise nennen ihre Herkunft
manual-evidence-undated-looks-at = jede beigefügte Datei: das System, aus dem sie stammt, wann und von wem sie entnommen wurde und, bei Listen, welche Menschen oder Dinge sie umfassen oder welche Abfrage dahinter steht.
manual-evidence-undated-why = Ein undatiertes Bildschirmfoto zeigt, dass jemand einmal einen Bildschirm gesehen hat. Prüfende weisen Listen zurück, die sie nicht auf eine Quelle zurückführen können.
manual-evidence-undated-what-to-do = Sagen Sie beim Beifügen, woher die Datei kommt; besser noch, lassen Sie das Quellsystem sie liefern.
manual-evidence-undated-how-it-is-gamed = Die Herkunft wird nachträglich eingetippt. Getippte Angaben zählen weniger als eine Lieferung aus dem System, ein Bild am wenigsten, und die Güte steht bei jedem Stück.

manual-rule-weakened-title = Keine Regel ist ohne Entscheidung der Leitung gelockert
manual-rule-weakened-looks-at = jede Änderung einer Schwelle, der gestellten Regeln und der Menschen und Dinge, die sie ansehen; wer sie vornahm, warum, und ob jemand aus dem Register der obersten Leitung sie entschieden hat.
manual-rule-weakened-why = Am leichtesten besteht man, wenn man weniger verlangt. Eine Regel zu lockern ist eine Entscheidung der Leitung wie jede andere: erlaubt, unterschrieben und den Prüfenden gezeigt.
manual-rule-weakened-what-to-do = Lassen Sie die oberste Leitung die Änderung mit ihrem Grund entscheiden, oder nehmen Sie sie zurück.
manual-rule-weakened-how-it-is-gamed = Jemand kreuzt „von der Leitung entschieden“ an oder ändert einen Wert hinter dem Rücken des Produkts. Eine Entscheidung zählt nur von jemandem, der an diesem Tag im Register stand, und eine Änderung, deren alter Wert nicht der zuletzt aufgezeichnete ist, fällt auf. In den 60 Tagen vor einer Prüfung gilt die Lücke als schwerwiegend.
