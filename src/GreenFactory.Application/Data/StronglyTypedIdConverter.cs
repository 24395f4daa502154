using System.Linq.Expressions;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GreenFactory.Application.Data;

/// <summary>Stores a strongly typed id as its guid.</summary>
internal sealed class StronglyTypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, FromGuid())
    where TId : struct, IStronglyTypedId
{
    private static Expression<Func<Guid, TId>> FromGuid()
    {
        var value = Expression.Parameter(typeof(Guid), "value");
        var constructor = typeof(TId).GetConstructor([typeof(Guid)])!;
        return Expression.Lambda<Func<Guid, TId>>(Expression.New(constructor, value), value);
    }
}

/// <summary>Registers the converter for every id of the domain.</summary>
internal static class StronglyTypedIdConvention
{
    public static void UseStronglyTypedIds(this ModelConfigurationBuilder builder)
    {
        foreach (var type in typeof(IStronglyTypedId).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IStronglyTypedId))))
        {
            builder.Properties(type).HaveConversion(typeof(StronglyTypedIdConverter<>).MakeGenericType(type));
        }
    }
}
