using System.Collections.Immutable;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring;

/// <summary>
/// Turns answers into typed values of the rule set's inputs and reports every answer that cannot be used or needs a second look. Prepared once for a rule set, and safe to
/// share between threads.
/// </summary>
internal sealed class FactBinder(RuleSet set, Scope scope)
{
    /// <summary>Up to so many answers are looked for one by one: the first columns of a row are those that everybody answers.</summary>
    private const int Few = 8;

    private readonly FactCodes _known = new(set);
    private readonly Questions _inputs = new(set.Inputs, null, scope);
    private readonly Questions[] _groups = [.. set.RepeatGroups.Select(group => new Questions(group.Inputs, group, scope))];
    private readonly int _most = set.RepeatGroups.Select(group => group.Inputs.Count).Append(set.Inputs.Count).Max();

    /// <summary>Room for the answers of one declaration.</summary>
    public EvaluationContext Room() => new(new Value[_inputs.Inputs.Length], [.. _groups.Select(_ => Array.Empty<Value[]>())], default)
    {
        Values = new Value?[set.Definitions.Count],
        Traces = new TraceNode?[set.Definitions.Count],
        Gates = new GateState[set.Gates.Count],
        Typed = new Answer?[_most],
    };

    /// <summary>Reads all answers of a declaration.</summary>
    public void Bind(Facts facts, EvaluationContext context, List<Problem> problems)
    {
        Read(_inputs, facts.Inputs, context.Inputs, 0, context.Typed, problems);
        Rows(facts, context, problems);
        Gates(facts, context.Gates, problems);
        Check(facts.NotApplicable, _known.Indicators, "notApplicable", "指标", problems);
        Check(facts.Grades, _known.Graded, "grades", "需专家评分的指标", problems);
        Check(facts.Declared, _known.Choosing, "declared", "选项指标", problems);
        if (facts.Declared.IsEmpty)
            return;
        foreach (var indicator in set.Indicators)
        {
            if (facts.Declared.TryGetValue(indicator.Code, out var declared))
                CheckDeclared(indicator, declared, problems);
        }
    }

    private void Rows(Facts facts, EvaluationContext context, List<Problem> problems)
    {
        var (before, unknown) = (problems.Count, facts.Groups.Count);
        for (var i = 0; i < _groups.Length; i++)
        {
            unknown -= facts.Groups.TryGetValue(_groups[i].Group!.Code, out var rows) ? 1 : 0;
            Rows(i, rows, context, problems);
        }

        if (unknown > 0)
            problems.InsertRange(before, facts.Groups.Keys.Where(code => scope.Group(code) is null).Select(Unknown));
    }

    private Problem Unknown(string group) => new(
        "facts.unknownGroup", AnswerPlace.OfGroup(group).ToString(), $"规则集没有多行填报项“{group}”，请核对代码。{Suggest(group, set.RepeatGroups.Select(g => g.Code))}");

    private void Gates(Facts facts, GateState[] states, List<Problem> problems)
    {
        var answered = 0;
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = !facts.Gates.TryGetValue(set.Gates[i].Code, out var met) ? GateState.Missing : met ? GateState.Passed : GateState.Failed;
            answered += states[i] == GateState.Missing ? 0 : 1;
        }

        if (answered != facts.Gates.Count)
            Check(facts.Gates, _known.Gates, "gates", "基本要求", problems);
    }

    private static void CheckDeclared(Indicator indicator, ImmutableArray<string> declared, List<Problem> problems)
    {
        var path = $"declared.{indicator.Code}";
        foreach (var choose in FactCodes.Choices(indicator.Leaf))
        {
            var codes = choose.Children.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var code in declared.Where(code => !codes.Contains(code)))
                problems.Add(new Problem("facts.unknownCode", path, $"“{indicator.Name}”没有可选项“{code}”。{Suggest(code, codes)}"));
            if (declared.Distinct(StringComparer.Ordinal).Count() < declared.Length)
                problems.Add(new Problem("facts.declaredTwice", path, $"“{indicator.Name}”同一项申报了两次，请只保留一次。"));
            if (choose.Mode == ChooseMode.Declared && declared.Length > choose.Take)
                problems.Add(new Problem("facts.tooManyDeclared", path, $"“{indicator.Name}”只能申报 {choose.Take} 项，现在申报了 {declared.Length} 项。"));
        }
    }

    private static string Suggest(string code, IEnumerable<string> known) =>
        known.FirstOrDefault(k => EditDistance.AtMostTwo(k, code)) is { } near ? $"是否想写“{near}”？" : "";

    private static void Check<T>(ImmutableSortedDictionary<string, T> given, HashSet<string> codes, string where, string what, List<Problem> problems)
    {
        if (given.IsEmpty)
            return;
        foreach (var (code, _) in given)
        {
            if (!codes.Contains(code))
                problems.Add(new Problem("facts.unknownCode", $"{where}.{code}", $"规则集没有代码为“{code}”的{what}。{Suggest(code, codes)}"));
        }
    }

    private void Rows(int place, ImmutableArray<ImmutableSortedDictionary<string, Answer>> answers, EvaluationContext context, List<Problem> problems)
    {
        var (questions, group, count) = (_groups[place], _groups[place].Group!, answers.IsDefault ? 0 : answers.Length);
        if (count > group.MaxRows)
            problems.Add(new Problem("facts.tooManyRows", AnswerPlace.OfGroup(group.Code).ToString(), $"“{group.Label}”最多填 {group.MaxRows} 行，现在有 {count} 行，多出的不计。"));
        var rows = context.Room(place, Math.Min(count, group.MaxRows), group.Inputs.Count);
        for (var i = 0; i < rows.Length; i++)
            Read(questions, answers[i], rows[i], i, context.Typed, problems);
    }

    /// <summary>Reads the answers to questions, in the order of the questions.</summary>
    private static void Read(Questions questions, ImmutableSortedDictionary<string, Answer> answers, Value[] values, int row, Answer?[] typed, List<Problem> problems)
    {
        questions.Clear(values);
        var inputs = questions.Inputs;
        var unknown = answers.Count;
        if (unknown <= Few)
        {
            for (var i = 0; i < inputs.Length && unknown > 0; i++)
            {
                if (!answers.TryGetValue(inputs[i].Code, out var answer))
                    continue;
                values[i] = Read(new Question(questions, i, row), answer, problems);
                unknown--;
            }
        }
        else
        {
            unknown = questions.Sort(answers, typed);
            for (var i = 0; i < inputs.Length; i++)
            {
                if (typed[i] is not { } answer)
                    continue;
                values[i] = Read(new Question(questions, i, row), answer, problems);
                typed[i] = null;
            }
        }

        foreach (var code in unknown == 0 ? [] : answers.Keys.Where(code => !questions.Asks(code)))
            problems.Add(new Problem("facts.unknownInput", PlaceOf(questions.Group, row, code), Unknown(questions.Group, code) + Suggest(code, inputs.Select(input => input.Code))));
    }

    private static Value Read(in Question question, Answer answer, List<Problem> problems)
    {
        var input = question.Input;
        if (IsBlank(answer))
            return question.Unanswered;
        if (answer.Parts.Length > 1 && input.Type != InputType.MultiChoice)
            return Refuse(question, "facts.single", "只能有一个答案，请不要填写列表。", problems);
        return input.Type switch
        {
            InputType.Number => ReadNumber(question, answer.Text, problems),
            InputType.Boolean => TypedText.TryReadBoolean(answer.Text, out var flag) ? Value.Of(flag) : Refuse(question, "facts.boolean", "请回答“是”或“否”。", problems),
            InputType.Date => TypedText.TryReadDate(answer.Text, out var date) ? Value.Of(date) : Refuse(question, "facts.date", "请填写日期，例如 2026-01-31。", problems),
            InputType.Choice => ReadChoice(question, answer.Text.Trim(), problems),
            InputType.MultiChoice => ReadChoices(question, answer, problems),
            _ => Value.Of(answer.Text),
        };
    }

    private static bool IsBlank(Answer answer)
    {
        foreach (var part in answer.Parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
                return false;
        }

        return true;
    }

    private static Value ReadNumber(in Question question, string typed, List<Problem> problems)
    {
        var input = question.Input;
        if (!TypedText.TryReadNumber(typed, out var number, out var complaint))
            return Refuse(question, "facts.number", complaint, problems);
        if (question.Of.IsOrdinary(question.Index, number))
            return Value.Of(number);
        if (number < input.Min)
            return Refuse(question, "facts.belowMin", $"不能小于 {DecimalText.Write(input.Min.Value)}{Spaced(input.Unit)}，现在是 {DecimalText.Write(number)}。", problems);
        if (number > input.Max)
            return Refuse(question, "facts.aboveMax", $"不能大于 {DecimalText.Write(input.Max.Value)}{Spaced(input.Unit)}，现在是 {DecimalText.Write(number)}。", problems);
        if (number < input.PlausibleMin || number > input.PlausibleMax)
            problems.Add(new Problem("facts.implausible", question.Place, $"“{input.Label}”为 {DecimalText.Write(number)} {input.Unit}，{Slip(input, number)}", 0, Severity.Warning));
        return Value.Of(number);
    }

    private static string Spaced(string unit) => unit.Length == 0 ? "" : $" {unit}";

    private static string Slip(InputDefinition input, decimal number)
    {
        if (number != 0m && Plausible(input, number / 1000m))
            return $"超出常见范围；是否填大了 1000 倍（单位应为 {input.Unit}）？";
        if (number < 1_000_000_000_000m && number != 0m && Plausible(input, number * 1000m))
            return $"低于常见范围；是否填小了 1000 倍（单位应为 {input.Unit}）？";
        return "超出常见范围，请核对数值和单位。";
    }

    private static bool Plausible(InputDefinition input, decimal number) => !(number < input.PlausibleMin) && !(number > input.PlausibleMax);

    private static Value ReadChoice(in Question question, string typed, List<Problem> problems)
    {
        if (question.Input.OptionsFrom is not null)
        {
            return question.Table?.Find(typed) is { } key
                ? Value.Of(key) : Refuse(question, "facts.option", $"“{typed}”不在参数表“{question.Table?.Table.Label}”中，请从列表选择。", problems);
        }

        return OptionOf(question.Input, typed) is { } option
            ? Value.Of(option.Code)
            : Refuse(question, "facts.option", $"没有选项“{typed}”，可选：{string.Join("、", question.Input.Options.Select(o => o.Label))}。", problems);
    }

    private static Value ReadChoices(in Question question, Answer answer, List<Problem> problems)
    {
        var codes = new List<string>(answer.Parts.Length);
        foreach (var typed in answer.Parts)
        {
            foreach (var range in typed.AsSpan().Split(','))
            {
                var part = typed.AsSpan(range).Trim();
                if (part.IsEmpty)
                    continue;
                if (OptionOf(question.Input, part) is not { } option)
                    return Refuse(question, "facts.option", $"没有选项“{part}”。", problems);
                if (!codes.Contains(option.Code))
                    codes.Add(option.Code);
            }
        }

        return Value.Of((IReadOnlyList<string>)codes);
    }

    private static InputOption? OptionOf(InputDefinition input, ReadOnlySpan<char> typed)
    {
        for (var i = 0; i < input.Options.Count; i++)
        {
            if (typed.SequenceEqual(input.Options[i].Code) || typed.SequenceEqual(input.Options[i].Label))
                return input.Options[i];
        }

        return null;
    }

    private static Value Refuse(in Question question, string code, string message, List<Problem> problems)
    {
        problems.Add(new Problem(code, question.Place, $"“{question.Input.Label}”：{message}"));
        return Value.Error($"“{question.Input.Label}”填写有误");
    }

    private static string PlaceOf(RepeatGroup? group, int row, string code) => (group is null ? AnswerPlace.OfInput(code) : AnswerPlace.OfCell(group.Code, row, code)).ToString();

    private static string Unknown(RepeatGroup? group, string code) => group is null ? $"规则集没有输入项“{code}”，请核对代码。" : $"“{group.Label}”没有名为“{code}”的栏目。";

    /// <summary>A question, and the row that asks it.</summary>
    private readonly record struct Question(Questions Of, int Index, int Row)
    {
        public InputDefinition Input => Of.Inputs[Index];

        public ParameterIndex? Table => Of.Table(Index);

        public Value Unanswered => Of.Unanswered(Index);

        public string Place => PlaceOf(Of.Group, Row, Input.Code);
    }
}
