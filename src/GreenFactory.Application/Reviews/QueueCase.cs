using System.Globalization;
using System.Linq.Expressions;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.RuleLibrary;

namespace GreenFactory.Application.Reviews;

/// <summary>A case as the queue filters and orders it in the database.</summary>
internal sealed class QueueCase
{
    public required Declaration Declaration { get; init; }

    public required Organisation Organisation { get; init; }

    public RuleSetVersion? Version { get; init; }

    public CaseAllocation? Allocation { get; init; }
}

/// <summary>The orders of the queue. A key that is missing stands last; equal keys follow the case number, so that each case has one place and a page can begin at any.</summary>
internal static class QueueOrders
{
    /// <summary>Later than any day that is owed.</summary>
    private static readonly DateTimeOffset Never = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>After any digit.</summary>
    private const string NoIndustry = "~";

    /// <summary>Orders, and leaves what lies beyond a place: after it, or before it with the nearest first.</summary>
    public static IQueryable<QueueCase> In(this IQueryable<QueueCase> cases, PortalDbContext db, QueueSort sort, QueuePlace? place) => sort switch
    {
        QueueSort.Due => Order(cases, Due(db), place, Moment),
        QueueSort.Score => Order(cases, Score(db), place, text => decimal.TryParse(text, CultureInfo.InvariantCulture, out var points) ? points : 0),
        QueueSort.Industry => Order(cases, row => row.Declaration.IndustryCode ?? NoIndustry, place, text => text),
        QueueSort.Submitted => Order(cases, row => row.Declaration.SubmittedAt!.Value, place, Moment),
        QueueSort.Name => Order(cases, row => row.Organisation.Name, place, text => text),
        _ => Order(cases, row => row.Declaration.CaseNumber, place, text => text),
    };

    /// <summary>The key of a row in an order, as a place carries it.</summary>
    public static string KeyOf(QueueRow row, QueueSort sort) => sort switch
    {
        QueueSort.Due => (row.Due ?? Never).UtcTicks.ToString(CultureInfo.InvariantCulture),
        QueueSort.Score => (-(row.Declared ?? 0)).ToString(CultureInfo.InvariantCulture),
        QueueSort.Industry => row.Industry ?? NoIndustry,
        QueueSort.Submitted => row.SubmittedAt!.Value.UtcTicks.ToString(CultureInfo.InvariantCulture),
        QueueSort.Name => row.Organisation,
        _ => row.CaseNumber,
    };

    private static Expression<Func<QueueCase, DateTimeOffset>> Due(PortalDbContext db) => row =>
        (row.Declaration.State == CaseState.Returned
            ? db.ChangeRequests.Where(request => request.DeclarationId == row.Declaration.Id).Max(request => (DateTimeOffset?)request.Deadline)
            : db.DepartmentOpinions.Where(opinion => opinion.DeclarationId == row.Declaration.Id && opinion.State == OpinionState.Asked).Min(opinion => (DateTimeOffset?)opinion.DueAt)) ?? Never;

    /// <summary>The highest first: the key is turned round.</summary>
    private static Expression<Func<QueueCase, decimal>> Score(PortalDbContext db) => row => -(
        db.FrozenScores.Where(score => score.DeclarationId == row.Declaration.Id && score.Party == ScoreParty.Declared).OrderByDescending(score => score.Sequence).Select(score => (decimal?)score.Total).FirstOrDefault() ?? 0);

    private static DateTimeOffset Moment(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= Never.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : Never;

    private static IQueryable<QueueCase> Order<TKey>(IQueryable<QueueCase> cases, Expression<Func<QueueCase, TKey>> key, QueuePlace? place, Func<string, TKey> read)
    {
        if (place is not null)
        {
            cases = cases.Where(Beyond(key, read(place.Key), place));
        }

        return place is { Backwards: true }
            ? cases.OrderByDescending(key).ThenByDescending(row => row.Declaration.CaseNumber)
            : cases.OrderBy(key).ThenBy(row => row.Declaration.CaseNumber);
    }

    /// <summary>The key lies beyond that of the place; or it is the same, and the case number does.</summary>
    private static Expression<Func<QueueCase, bool>> Beyond<TKey>(Expression<Func<QueueCase, TKey>> key, TKey at, QueuePlace place)
    {
        Expression<Func<QueueCase, string>> number = row => row.Declaration.CaseNumber;
        var row = key.Parameters[0];
        var same = Expression.Equal(key.Body, Parameter(at));
        var further = Expression.AndAlso(same, Compare(Replace(number.Body, number.Parameters[0], row), Parameter(place.CaseNumber), place.Backwards));
        return Expression.Lambda<Func<QueueCase, bool>>(Expression.OrElse(Compare(key.Body, Parameter(at), place.Backwards), further), row);
    }

    private static Expression Compare(Expression left, Expression right, bool backwards)
    {
        if (left.Type != typeof(string))
        {
            return backwards ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        }

        var compared = Expression.Call(left, typeof(string).GetMethod(nameof(string.CompareTo), [typeof(string)])!, right);
        return backwards ? Expression.LessThan(compared, Expression.Constant(0)) : Expression.GreaterThan(compared, Expression.Constant(0));
    }

    /// <summary>A value as a captured variable is one, so that it becomes a parameter of the statement.</summary>
    private static MemberExpression Parameter<T>(T value) => Expression.Property(Expression.Constant(new Held<T>(value)), nameof(Held<T>.Value));

    private static Expression Replace(Expression body, ParameterExpression from, ParameterExpression to) => new Replacing(from, to).Visit(body);

    private sealed record Held<T>(T Value);

    private sealed class Replacing(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
