using GreenFactory.Domain.Reviews;

namespace GreenFactory.Application.Reviews;

/// <summary>What was asked for by a return as its event carries it, so that a change of the words is found.</summary>
public static class ReturnDetails
{
    /// <summary>The details.</summary>
    public static object Of(IEnumerable<ChangeRequestItem> items) =>
        items.Select(item => new { item.Position, subject = item.Subject.ToString(), code = item.SubjectCode, item.Text }).ToList();
}
