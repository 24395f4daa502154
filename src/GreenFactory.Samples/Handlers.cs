using GreenFactory.Application.Access;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Samples;

/// <summary>Runs use cases of the portal as the people of the demonstration, for the few steps that are signed and therefore never written in bulk.</summary>
internal sealed class Handlers(IServiceProvider services)
{
    /// <summary>Runs one as somebody of the city.</summary>
    public async Task<T> AsCityAsync<TUseCase, T>(Person person, Role role, Func<TUseCase, Task<T>> run)
        where TUseCase : notnull =>
        await RunAsync(new AccessScope(PortalSeeder.Chongqing.Id, Desk.City, person.Id, person.Name, [new HeldMembership(role, null)]) { IsVouched = true }, run);

    /// <summary>Runs one as the public.</summary>
    public async Task<T> AsPublicAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull => await RunAsync(AccessScope.Public(PortalSeeder.Chongqing.Id), run);

    /// <summary>Stops where a step of the year was refused.</summary>
    public static void Demand(Result outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"The sample year cannot go on: {outcome.Error.Code} {outcome.Error.Message}");
        }
    }

    private async Task<T> RunAsync<TUseCase, T>(AccessScope access, Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(access);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
