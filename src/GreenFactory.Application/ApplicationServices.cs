using FluentValidation;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Cases.Guards;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.RuleLibrary;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application;

/// <summary>Registers the use cases.</summary>
public static class ApplicationServices
{
    /// <summary>
    /// Registers every handler (a class named …Handler), every query (…Query) and reader (…Reader), and every validator of this
    /// assembly; each is used under its own type. The guards of the steps of a case are registered as <see cref="StepGuard"/>.
    /// </summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var useCases = typeof(ApplicationServices).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true }
                && (type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Query", StringComparison.Ordinal) || type.Name.EndsWith("Reader", StringComparison.Ordinal)));
        foreach (var useCase in useCases)
        {
            services.AddScoped(useCase);
            if (useCase.IsAssignableTo(typeof(IOutboxHandler)))
            {
                services.AddScoped(typeof(IOutboxHandler), useCase);
            }
        }

        foreach (var guard in typeof(ApplicationServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(StepGuard))))
        {
            services.AddScoped(typeof(StepGuard), guard);
        }

        services.AddScoped<StepProver>();
        services.AddScoped<CaseSteps>();
        services.AddSingleton(new Clock.MachineTime(TimeProvider.System));
        services.AddScoped<Attempts.AttemptGate>();
        services.AddScoped<PersonTeller>();
        services.AddScoped<ScoreFreezer>();
        services.AddScoped<Honours.ListSigner>();
        services.AddSingleton<Honours.ListVerifier>();
        services.AddSingleton<Honours.SignedLists>();
        services.AddScoped<Audit.EventLogHeadSigner>();
        services.AddScoped<Signing.SigningKeyRing>();
        services.AddSingleton<Signing.MunicipalityCodes>();
        services.AddScoped<CheckedFiles>();
        services.AddSingleton<CompiledRuleSetCache>();
        services.AddSingleton<ScoreIntegrity>();
        services.AddValidatorsFromAssembly(typeof(ApplicationServices).Assembly, includeInternalTypes: true);
        return services;
    }
}
