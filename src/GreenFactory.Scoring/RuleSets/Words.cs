namespace GreenFactory.Scoring.RuleSets;

/// <summary>The words of the JSON form for every enumeration.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, RuleSetKind> Kinds = Of(("factory", RuleSetKind.Factory), ("park", RuleSetKind.Park));

    public static readonly IReadOnlyDictionary<string, Provenance> Provenances = Of(
        ("official", Provenance.Official), ("transcribed", Provenance.Transcribed), ("derived", Provenance.Derived), ("example", Provenance.Example));

    public static readonly IReadOnlyDictionary<string, NotApplicablePolicy> NotApplicable = Of(
        ("normaliseWithinTotal", NotApplicablePolicy.NormaliseWithinTotal), ("normaliseWithinGroup", NotApplicablePolicy.NormaliseWithinGroup),
        ("fullMarks", NotApplicablePolicy.FullMarks), ("zero", NotApplicablePolicy.Zero));

    public static readonly IReadOnlyDictionary<string, RoundingMode> RoundingModes = Of(
        ("awayFromZero", RoundingMode.AwayFromZero), ("toEven", RoundingMode.ToEven));

    public static readonly IReadOnlyDictionary<string, RoundingPlace> RoundingPlaces = Of(
        ("indicator", RoundingPlace.Indicator), ("total", RoundingPlace.Total));

    public static readonly IReadOnlyDictionary<string, InputType> InputTypes = Of(
        ("number", InputType.Number), ("choice", InputType.Choice), ("multi-choice", InputType.MultiChoice),
        ("boolean", InputType.Boolean), ("date", InputType.Date), ("text", InputType.Text));

    public static readonly IReadOnlyDictionary<string, InputPeriod> Periods = Of(
        ("evaluationYear", InputPeriod.EvaluationYear), ("threeYears", InputPeriod.ThreeYears));

    public static readonly IReadOnlyDictionary<string, IndicatorType> IndicatorTypes = Of(
        ("正向定量", IndicatorType.PositiveQuantitative), ("逆向定量", IndicatorType.InverseQuantitative),
        ("正向定性", IndicatorType.PositiveQualitative), ("逆向定性", IndicatorType.InverseQualitative));

    public static readonly IReadOnlyDictionary<string, ChooseMode> ChooseModes = Of(("best", ChooseMode.Best), ("declared", ChooseMode.Declared));

    public static readonly IReadOnlyDictionary<string, Confirmation> Confirmations = Of(
        ("confirmed", Confirmation.Confirmed), ("unconfirmed", Confirmation.Unconfirmed), ("draft", Confirmation.Draft));

    public static string Word<T>(this IReadOnlyDictionary<string, T> words, T value) =>
        words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;

    private static Dictionary<string, T> Of<T>(params (string Word, T Value)[] pairs) =>
        pairs.ToDictionary(p => p.Word, p => p.Value, StringComparer.Ordinal);
}
