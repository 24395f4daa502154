namespace GreenFactory.Application.Audit;

/// <summary>Marks a kind of event that belongs to no case: city, administrators and auditors read it in the log.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class OutsideCasesAttribute : Attribute;
