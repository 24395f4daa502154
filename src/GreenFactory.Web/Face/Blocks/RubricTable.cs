namespace GreenFactory.Web.Face.Blocks;

/// <summary>One step an expert can choose for a criterion.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Level">Name of the step, repeated from the head: 优.</param>
/// <param name="Text">What the step means for this criterion.</param>
public sealed record RubricStep(string Value, string Level, string Text);

/// <summary>One criterion of a rubric.</summary>
/// <param name="Field">Name of the form field.</param>
/// <param name="Name">The criterion.</param>
/// <param name="Detail">Its weight or what to look at.</param>
/// <param name="Steps">One step per level, in the order of the head.</param>
/// <param name="Chosen">Value of the chosen step; null before a choice.</param>
public sealed record RubricCriterion(string Field, string Name, string? Detail, IReadOnlyList<RubricStep> Steps, string? Chosen);

/// <summary>A rubric. Partial <c>_Rubric</c>; stands inside the page's form.</summary>
/// <param name="Caption">What is judged.</param>
/// <param name="Levels">Heads of the columns: name and range of points.</param>
/// <param name="Criteria">The rows.</param>
public sealed record RubricTable(string Caption, IReadOnlyList<(string Name, string Range)> Levels, IReadOnlyList<RubricCriterion> Criteria);
