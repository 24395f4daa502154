namespace GreenFactory.Application.Audit;

/// <summary>
/// What can happen, as the log of events names it: the whole list. The log keeps the name for good, so a name is never used again for something else. Each says
/// what happened and who may read it; <c>docs/events.md</c> is made from this list.
/// </summary>
public enum EventKind
{
    /// <summary>A person opened an account.</summary>
    [OutsideCases] AccountRegistered,

    /// <summary>Somebody asked for the letter that confirms an address again; whether there is such an account stands in the details only.</summary>
    [OutsideCases] ConfirmationAsked,

    /// <summary>Somebody asked for the letter by which a password is set anew; whether there is such an account stands in the details only.</summary>
    [OutsideCases] PasswordResetAsked,

    /// <summary>A password was set anew by the letter.</summary>
    [OutsideCases] PasswordReset,

    /// <summary>A person changed their own password.</summary>
    [OutsideCases] PasswordChanged,

    /// <summary>A person claimed an organisation, with its licence.</summary>
    [OutsideCases] OrganisationClaimed,

    /// <summary>A claim was granted: the person speaks for the organisation.</summary>
    [OutsideCases] ClaimApproved,

    /// <summary>A claim was refused, with the reason.</summary>
    [OutsideCases] ClaimRefused,

    /// <summary>A credit code that fails its own check was accepted after a look at the original licence.</summary>
    [OutsideCases] CodeCheckOverridden,

    /// <summary>An organisation came in with its first claim.</summary>
    [OutsideCases] OrganisationRegistered,

    /// <summary>An organisation took the name of its licence.</summary>
    [OutsideCases] OrganisationRenamed,

    /// <summary>A colleague was invited into an organisation.</summary>
    [OutsideCases] MemberInvited,

    /// <summary>A colleague's part in an organisation was ended.</summary>
    [OutsideCases] MemberEnded,

    /// <summary>An account was locked by an administrator.</summary>
    [OutsideCases] AccountLocked,

    /// <summary>An account was unlocked by an administrator.</summary>
    [OutsideCases] AccountUnlocked,

    /// <summary>A role was given to a person.</summary>
    [OutsideCases] RoleGranted,

    /// <summary>A person's role was ended.</summary>
    [OutsideCases] RoleEnded,

    /// <summary>An administrator began to give a person back a lost second factor.</summary>
    [OutsideCases] RestorationStarted,

    /// <summary>A second administrator confirmed it: the second factor is set up anew.</summary>
    [OutsideCases] RestorationConfirmed,

    /// <summary>The restoration of a second factor was taken back.</summary>
    [OutsideCases] RestorationWithdrawn,

    /// <summary>An announcement was written or changed.</summary>
    [OutsideCases] AnnouncementSaved,

    /// <summary>A letter that did not arrive was sent again.</summary>
    [OutsideCases] LetterSentAgain,

    /// <summary>A year's public holidays were read in.</summary>
    [OutsideCases] HolidaysLoaded,

    /// <summary>A campaign was opened or changed.</summary>
    [OutsideCases] CampaignSaved,

    /// <summary>A draft of a rule set was begun from a published version.</summary>
    [OutsideCases] RuleSetDrafted,

    /// <summary>A draft of a rule set was read from a document or workbook.</summary>
    [OutsideCases] RuleSetImported,

    /// <summary>Values of a draft were changed.</summary>
    [OutsideCases] RuleSetValuesSaved,

    /// <summary>The golden cases of a draft were changed.</summary>
    [OutsideCases] GoldenCasesSaved,

    /// <summary>A draft passed its check and all golden cases.</summary>
    [OutsideCases] RuleSetChecked,

    /// <summary>A version was published by a second person.</summary>
    [OutsideCases] RuleSetPublished,

    /// <summary>A person confirmed that a version may be used in a campaign.</summary>
    [OutsideCases] RuleSetEndorsed,

    /// <summary>A person compared values with a page of their standard.</summary>
    [OutsideCases] ValuesCompared,

    /// <summary>A second person confirmed such a comparison; from then on the values decide.</summary>
    [OutsideCases] ValuesConfirmed,

    /// <summary>A comparison was withdrawn; from then on its values decide nothing.</summary>
    [OutsideCases] ValuesWithdrawn,

    /// <summary>A version was taken out of use.</summary>
    [OutsideCases] RuleSetRetired,

    /// <summary>A draft was thrown away.</summary>
    [OutsideCases] RuleSetDiscarded,

    /// <summary>A version was tried on the frozen submissions of a campaign.</summary>
    [OutsideCases] DryRunStarted,

    /// <summary>An organisation began a declaration.</summary>
    [OfCase(Audience.Case)] DeclarationBegun,

    /// <summary>A declaration became one for a new entry, or one for benchmarking.</summary>
    [OfCase(Audience.Case)] PurposeChanged,

    /// <summary>The applicant chose the rule set of its industry.</summary>
    [OfCase(Audience.Case)] RuleSetChosen,

    /// <summary>A person began to fill in the declaration: one event for a sitting of a person, however many answers it saves.</summary>
    [OfCase(Audience.Case)] AnswersEdited,

    /// <summary>A file was added for a gate or an indicator; its hash stands in the details.</summary>
    [OfCase(Audience.Case)] EvidenceUploaded,

    /// <summary>A file was taken out of the case; its bytes are kept.</summary>
    [OfCase(Audience.Case)] EvidenceRemoved,

    /// <summary>The declaration was signed and handed in.</summary>
    [OfCase(Audience.Case)] DeclarationSubmitted,

    /// <summary>The declaration was signed and handed in again after a return.</summary>
    [OfCase(Audience.Case)] DeclarationResubmitted,

    /// <summary>The applicant withdrew the declaration.</summary>
    [OfCase(Audience.Case)] DeclarationWithdrawn,

    /// <summary>The applicant took a withdrawn declaration up again.</summary>
    [OfCase(Audience.Case)] DeclarationRevived,

    /// <summary>The applicant answered the points of a return.</summary>
    [OfCase(Audience.Case)] CorrectionsAnswered,

    /// <summary>The district took the case up.</summary>
    [OfCase(Audience.Case)] CaseTaken,

    /// <summary>An officer took the case on, was given it, or laid it back.</summary>
    [OfCase(Audience.Officers)] CaseAllocated,

    /// <summary>The district confirmed that the rule set fits the industry code.</summary>
    [OfCase(Audience.Officers)] RuleSetConfirmed,

    /// <summary>The district accepted what was declared for an indicator.</summary>
    [OfCase(Audience.Officers)] IndicatorAccepted,

    /// <summary>The district corrected, questioned or refused an indicator, or took its question back.</summary>
    [OfCase(Audience.Case)] IndicatorRuled,

    /// <summary>A visit to the site was planned.</summary>
    [OfCase(Audience.Case)] VisitPlanned,

    /// <summary>A photograph was added to the record of a visit; its hash stands in the details.</summary>
    [OfCase(Audience.Officers)] VisitPhotoAdded,

    /// <summary>The record of a visit was closed.</summary>
    [OfCase(Audience.Officers)] VisitRecorded,

    /// <summary>The district's departments were asked for their opinion.</summary>
    [OfCase(Audience.Officers)] DepartmentsAsked,

    /// <summary>A department gave its opinion.</summary>
    [OfCase(Audience.Officers)] OpinionGiven,

    /// <summary>A department corrected its opinion, with the reason.</summary>
    [OfCase(Audience.Officers)] OpinionCorrected,

    /// <summary>A department that did not answer in time was recorded as overdue, which is no consent.</summary>
    [OfCase(Audience.Officers)] OpinionOverdue,

    /// <summary>The district returned the case with points to correct.</summary>
    [OfCase(Audience.Case)] CaseReturned,

    /// <summary>The district concluded its review.</summary>
    [OfCase(Audience.Case)] ReviewConcluded,

    /// <summary>The district took its own conclusion up again.</summary>
    [OfCase(Audience.Case)] CaseReconsidered,

    /// <summary>The order of the district's recommendations was changed.</summary>
    [OfCase(Audience.Officers)] RecommendationMoved,

    /// <summary>The case was sealed into the district's pack and reported to the city.</summary>
    [OfCase(Audience.Case)] CaseReported,

    /// <summary>A score was frozen; hash and total stand in the details. No entry of the timeline.</summary>
    [OfCase(Audience.City)] ScoreFrozen,

    /// <summary>The city ruled on points of the compliance check.</summary>
    [OfCase(Audience.City)] ComplianceRuled,

    /// <summary>The case passed the compliance check.</summary>
    [OfCase(Audience.Case)] CompliancePassed,

    /// <summary>The case failed the compliance check.</summary>
    [OfCase(Audience.Case)] ComplianceFailed,

    /// <summary>The city sent the case back to its district.</summary>
    [OfCase(Audience.Officers)] CaseSentBack,

    /// <summary>A district was given more time to report.</summary>
    [OutsideCases] GraceGranted,

    /// <summary>The places on a list were set.</summary>
    [OutsideCases] QuotaSet,

    /// <summary>What the experts' marks do in a campaign was set.</summary>
    [OutsideCases] AssessmentRuleSet,

    /// <summary>Panels were assigned as a proposal says, with the seed from which it is made again.</summary>
    [OutsideCases] PanelsProposed,

    /// <summary>An expert was given the case.</summary>
    [OfCase(Audience.City)] ExpertAssigned,

    /// <summary>An expert declared a conflict of interest.</summary>
    [OutsideCases] ConflictDeclared,

    /// <summary>An expert declared that there is no conflict of interest.</summary>
    [OutsideCases] NoConflictDeclared,

    /// <summary>An expert finished an assessment.</summary>
    [OutsideCases] AssessmentFinished,

    /// <summary>All experts have finished: the case has its final score.</summary>
    [OfCase(Audience.Officers)] AssessmentCompleted,

    /// <summary>The case was put on the list of candidates.</summary>
    [OfCase(Audience.Officers)] Shortlisted,

    /// <summary>The case was not put on the list of candidates.</summary>
    [OfCase(Audience.Officers)] ShortlistDeclined,

    /// <summary>The case was taken back into the selection.</summary>
    [OfCase(Audience.Officers)] SelectionTakenBack,

    /// <summary>The case took a place that became free.</summary>
    [OfCase(Audience.Officers)] MovedUp,

    /// <summary>A place that became free went past the case.</summary>
    [OfCase(Audience.Officers)] PassedOver,

    /// <summary>The unit is barred from the list at this time, with ground and date.</summary>
    [OfCase(Audience.Case)] ListingBarred,

    /// <summary>The case stands on a public notice.</summary>
    [OfCase(Audience.Case)] NoticeOpened,

    /// <summary>A list was put on public notice and signed; hash and root stand in the details.</summary>
    [OutsideCases] NoticeSigned,

    /// <summary>An objection to a row of a notice came in.</summary>
    [OutsideCases] ObjectionFiled,

    /// <summary>The city began to look into an objection.</summary>
    [OfCase(Audience.Officers)] ObjectionInvestigated,

    /// <summary>An objection was found unfounded.</summary>
    [OfCase(Audience.Officers)] ObjectionDismissed,

    /// <summary>An objection was found right: the case is disqualified.</summary>
    [OfCase(Audience.Case)] ObjectionUpheld,

    /// <summary>The removal of a unit from the register was proposed, or to take a removal back.</summary>
    [OutsideCases] RemovalProposed,

    /// <summary>The case stands on the published list, with its certificate.</summary>
    [OfCase(Audience.Case)] Published,

    /// <summary>The unit stands on the year's list already and is not listed twice.</summary>
    [OfCase(Audience.Case)] AlreadyListed,

    /// <summary>A list was published and signed; hash and root stand in the details.</summary>
    [OutsideCases] ListPublished,

    /// <summary>A document was added to a proposal of removal; its hash stands in the details.</summary>
    [OutsideCases] RemovalPaperAdded,

    /// <summary>A unit was told that its removal is proposed, and until when it may answer.</summary>
    [OutsideCases] RemovalHearingOpened,

    /// <summary>A unit answered to its proposed removal.</summary>
    [OutsideCases] RemovalAnswered,

    /// <summary>A removal or restoration was approved or declined; the reason stands in the details.</summary>
    [OutsideCases] RemovalDecided,

    /// <summary>Removals and restorations were announced and signed; hash and root stand in the details.</summary>
    [OutsideCases] RemovalsAnnounced,

    /// <summary>The places of the benchmarking of a year were fixed; every place stands in the details.</summary>
    [OutsideCases] BenchmarkYearFixed,

    /// <summary>A falsification was recorded; the hash of its proof stands in the details.</summary>
    [OfCase(Audience.City)] FalsificationRecorded,

    /// <summary>A falsification was confirmed: the enterprise is barred for three years.</summary>
    [OfCase(Audience.Case)] FalsificationConfirmed,

    /// <summary>A recorded falsification was dismissed.</summary>
    [OfCase(Audience.City)] FalsificationDismissed,

    /// <summary>Units of the list were reminded of the benchmarking of a year; which ones stands in the details.</summary>
    [OutsideCases] BenchmarkingReminded,

    /// <summary>The people of a case were reminded of the deadline to submit it or to answer its return; how many days before, and which deadline, stands in the details.</summary>
    [OfCase(Audience.Case)] DeadlineReminded,

    /// <summary>A demonstration was filled with an invented year: its seed, its size and where it is faulty on purpose stand in the details.</summary>
    [OutsideCases] SampleYearPlanted,
}
