namespace GreenFactory.Application.Audit;

/// <summary>The work that changes something, as the log names it: the whole list, one name for each use case. <c>docs/events.md</c> is made from it.</summary>
public enum ProcessKind
{
    /// <summary>A person opens an account.</summary>
    RegisterAccount,

    /// <summary>Somebody asks for the letter by which a password is set anew.</summary>
    RequestPasswordReset,

    /// <summary>Somebody asks for the confirmation letter again.</summary>
    ResendConfirmation,

    /// <summary>A person sets a password by the letter.</summary>
    ResetPassword,

    /// <summary>A person changes the password.</summary>
    ChangePassword,

    /// <summary>A person claims an organisation.</summary>
    ClaimOrganisation,

    /// <summary>An administrator grants or refuses a claim.</summary>
    DecideClaim,

    /// <summary>The owner of an organisation invites a colleague.</summary>
    InviteMember,

    /// <summary>The owner of an organisation ends a colleague's part.</summary>
    EndMember,

    /// <summary>An administrator gives a role.</summary>
    GrantRole,

    /// <summary>Whoever runs the machines makes a person an administrator.</summary>
    AppointAdministrator,

    /// <summary>An administrator ends a role.</summary>
    EndRole,

    /// <summary>An administrator locks or unlocks an account.</summary>
    LockAccount,

    /// <summary>An administrator begins to give back a second factor.</summary>
    StartRestoration,

    /// <summary>A second administrator confirms it.</summary>
    ConfirmRestoration,

    /// <summary>A restoration is taken back.</summary>
    WithdrawRestoration,

    /// <summary>An announcement is written or changed.</summary>
    SaveAnnouncement,

    /// <summary>A letter that did not arrive is sent again.</summary>
    SendLetterAgain,

    /// <summary>Public holidays are read in.</summary>
    LoadHolidays,

    /// <summary>A campaign is opened or changed.</summary>
    SaveCampaign,

    /// <summary>A draft is begun from a version.</summary>
    DraftRuleSet,

    /// <summary>A draft is read from a document or workbook.</summary>
    ImportRuleSet,

    /// <summary>Values of a draft are changed.</summary>
    SaveDraftValues,

    /// <summary>The computed outcome of a golden case is accepted.</summary>
    AcceptGoldenCase,

    /// <summary>The golden cases of a draft are replaced.</summary>
    ReplaceGoldenCases,

    /// <summary>A draft is checked.</summary>
    CheckRuleSet,

    /// <summary>A version is published.</summary>
    PublishRuleSet,

    /// <summary>A version is confirmed for campaigns.</summary>
    EndorseRuleSet,

    /// <summary>Values are compared with the text of their standard.</summary>
    CompareValues,

    /// <summary>A comparison of values is confirmed by a second person.</summary>
    ConfirmValues,

    /// <summary>A comparison of values is withdrawn.</summary>
    WithdrawValues,

    /// <summary>A version is taken out of use.</summary>
    RetireRuleSet,

    /// <summary>A draft is thrown away.</summary>
    DiscardDraft,

    /// <summary>A version is tried on frozen submissions.</summary>
    StartDryRun,

    /// <summary>A declaration is begun.</summary>
    BeginDeclaration,

    /// <summary>The purpose of a declaration is changed.</summary>
    ChangePurpose,

    /// <summary>The rule set of a declaration is chosen.</summary>
    ChooseRuleSet,

    /// <summary>Answers of a section are saved.</summary>
    SaveSection,

    /// <summary>A file is added.</summary>
    UploadEvidence,

    /// <summary>A file is taken out.</summary>
    RemoveEvidence,

    /// <summary>A declaration is signed and handed in.</summary>
    SubmitDeclaration,

    /// <summary>A declaration is withdrawn.</summary>
    WithdrawDeclaration,

    /// <summary>A withdrawn declaration is taken up again.</summary>
    ReviveDeclaration,

    /// <summary>Points of a return are answered.</summary>
    AnswerChangeRequest,

    /// <summary>The district takes a case up.</summary>
    TakeCase,

    /// <summary>A case is given to an officer of the district.</summary>
    AllocateCase,

    /// <summary>The district confirms the rule set.</summary>
    ConfirmRuleSet,

    /// <summary>The district rules on an indicator.</summary>
    RuleIndicator,

    /// <summary>The district accepts what carries no signal, once its evidence was opened.</summary>
    AcceptUnsignalled,

    /// <summary>A visit is planned.</summary>
    PlanVisit,

    /// <summary>A photograph of a visit is added.</summary>
    AddVisitPhoto,

    /// <summary>The record of a visit is kept or closed.</summary>
    RecordVisit,

    /// <summary>Departments are asked for their opinion.</summary>
    AskDepartments,

    /// <summary>A department gives or corrects its opinion.</summary>
    GiveOpinion,

    /// <summary>An opinion that did not come is recorded as overdue.</summary>
    RecordOverdue,

    /// <summary>The district returns a case.</summary>
    ReturnCase,

    /// <summary>The district concludes its review.</summary>
    ConcludeReview,

    /// <summary>The district takes its conclusion up again.</summary>
    ReconsiderCase,

    /// <summary>The order of recommendations is changed.</summary>
    MoveRecommendation,

    /// <summary>The district seals its pack and reports.</summary>
    SealDistrictPack,

    /// <summary>The city rules on the compliance check.</summary>
    DecideCompliance,

    /// <summary>A district gets more time.</summary>
    GrantGrace,

    /// <summary>The places on a list are set.</summary>
    SetQuota,

    /// <summary>What the experts' marks do in a campaign is set.</summary>
    SetAssessmentRule,

    /// <summary>Experts are given cases.</summary>
    AssignExperts,

    /// <summary>An expert declares whether there is a conflict of interest.</summary>
    DeclareConflict,

    /// <summary>An expert keeps or finishes an assessment.</summary>
    SaveAssessment,

    /// <summary>The assessment of cases is completed.</summary>
    CompleteAssessment,

    /// <summary>Candidates are chosen.</summary>
    DecideSelection,

    /// <summary>An excluded candidate is taken back.</summary>
    TakeBackSelection,

    /// <summary>A place that became free is offered to the next on the waiting list.</summary>
    FillPlace,

    /// <summary>A list is put on public notice.</summary>
    OpenNotice,

    /// <summary>Somebody objects to a row of a notice.</summary>
    FileObjection,

    /// <summary>The city works on an objection.</summary>
    DecideObjection,

    /// <summary>The removal of a unit is proposed.</summary>
    ProposeRemoval,

    /// <summary>A list is published.</summary>
    Publish,

    /// <summary>A document is added to a proposal of removal.</summary>
    AddRemovalPaper,

    /// <summary>A unit is told that its removal is proposed.</summary>
    OpenHearing,

    /// <summary>A unit answers to its proposed removal.</summary>
    AnswerRemoval,

    /// <summary>A removal or restoration is decided.</summary>
    DecideRemoval,

    /// <summary>Removals and restorations are announced.</summary>
    AnnounceRemovals,

    /// <summary>It is proposed to take a removal back.</summary>
    ProposeRestoration,

    /// <summary>The places of the benchmarking of a year are fixed.</summary>
    FixBenchmarkYear,

    /// <summary>It is set how 5 % of a population are rounded.</summary>
    SetBottomRounding,

    /// <summary>A falsification is recorded with its proof.</summary>
    RecordFalsification,

    /// <summary>A recorded falsification is confirmed or dismissed.</summary>
    DecideFalsification,

    /// <summary>Units of the list are reminded of their benchmarking.</summary>
    RemindBenchmarking,

    /// <summary>The system reminds applicants of a deadline that comes near.</summary>
    RemindDeadlines,

    /// <summary>A demonstration is filled with an invented year.</summary>
    PlantSampleYear,
}
