using System.Linq.Expressions;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <summary>What holds for every table of a municipality: its filter, its foreign key, its row version.</summary>
internal static class TenantModel
{
    /// <summary>Written once, or written by people who may not read the row back.</summary>
    private static readonly Type[] WithoutRowVersion =
        [typeof(Domain.Honours.Objection), typeof(Domain.RuleLibrary.RuleSetEndorsement), typeof(Domain.RuleLibrary.ConfirmedRow), typeof(Process), typeof(ProcessEvent), typeof(FrozenScore), typeof(Submission), typeof(Message), typeof(OutboxMessage), typeof(UserSession),
        typeof(Attempts.AttemptCounter), typeof(UndeliveredLetter), typeof(Alarm)];

    public static void ApplyTenantFilters(this ModelBuilder builder, PortalDbContext db)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITenantOwned))).ToList())
        {
            var row = Expression.Parameter(type.ClrType, "row");
            var owner = Expression.Property(row, nameof(ITenantOwned.MunicipalityId));
            var current = Expression.Property(Expression.Constant(db), nameof(PortalDbContext.CurrentMunicipality));
            var entity = builder.Entity(type.ClrType);
            entity.HasQueryFilter(PortalDbContext.TenantFilter, Expression.Lambda(Expression.Equal(owner, current), row));
            entity.HasOne(typeof(Municipality)).WithMany().HasForeignKey(nameof(ITenantOwned.MunicipalityId)).OnDelete(DeleteBehavior.Restrict);
            if (type.ClrType.IsAssignableTo(typeof(ICaseOwned)))
            {
                entity.HasOne(typeof(Declaration)).WithMany().HasForeignKey(nameof(ICaseOwned.DeclarationId)).OnDelete(DeleteBehavior.Restrict);
            }
        }
    }

    /// <summary>Name of PostgreSQL's xmin in the model: another one after every write to the row, whoever wrote, which no statement can choose.</summary>
    public const string RowVersion = "RowVersion";

    /// <summary>Everything a person can edit carries PostgreSQL's xmin, so that a stale write is refused.</summary>
    public static void ApplyRowVersions(this ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITenantOwned)) && !WithoutRowVersion.Contains(type.ClrType)).ToList())
        {
            builder.Entity(type.ClrType).Property<uint>(RowVersion).IsRowVersion();
        }
    }
}
