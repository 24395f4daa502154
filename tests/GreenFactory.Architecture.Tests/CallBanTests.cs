using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>Calls that no code of <c>src</c> makes, read from the compiled assemblies, so that neither spelling nor comments matter.</summary>
public sealed class CallBanTests
{
    private static readonly (string Method, string Instead)[] Banned =
    [
        ("System.DateTime::get_Now", "TimeProvider"),
        ("System.DateTime::get_UtcNow", "TimeProvider"),
        ("System.DateTime::get_Today", "TimeProvider"),
        ("System.DateTimeOffset::get_Now", "TimeProvider"),
        ("System.DateTimeOffset::get_UtcNow", "TimeProvider"),
        ("System.Threading.Thread::Sleep", "await Task.Delay with a TimeProvider"),
        ("System.Threading.Tasks.Task::Wait", "await"),
        ("System.Threading.Tasks.Task::WaitAll", "await Task.WhenAll"),
        ("System.Threading.Tasks.Task::WaitAny", "await Task.WhenAny"),
        ("System.Threading.Tasks.Task`1::get_Result", "await"),
        ("System.Threading.Tasks.ValueTask`1::get_Result", "await"),
    ];

    [Fact]
    public void Source_calls_nothing_that_is_banned()
    {
        var wrong = Assemblies("GreenFactory.Scoring", "GreenFactory.Domain", "GreenFactory.Application", "GreenFactory.Infrastructure", "GreenFactory.Web", "GreenFactory.Worker", "gf")
            .SelectMany(Violations);
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void A_case_takes_its_steps_in_one_way_only()
    {
        const string Way = "GreenFactory.Application.Cases.CaseSteps";
        var callers = (from module in Assemblies("GreenFactory.Application", "GreenFactory.Infrastructure", "GreenFactory.Web", "GreenFactory.Worker", "gf")
                       from type in module.GetTypes()
                       from method in type.Methods
                       where method.HasBody && method.Body.Instructions.Any(instruction =>
                           instruction.Operand is MethodReference { Name: "Take", DeclaringType.FullName: "GreenFactory.Domain.Declarations.Declaration" })
                       select type.FullName.Split('/')[0]).Distinct();
        Assert.Equal([Way], callers);
    }

    [Fact]
    public void The_search_finds_each_kind_of_banned_call()
    {
        var found = Assemblies("GreenFactory.Architecture.Tests").SelectMany(Violations).Where(text => text.Contains(nameof(Offender), StringComparison.Ordinal)).ToList();
        Assert.Contains(found, text => text.Contains("DateTime::get_UtcNow", StringComparison.Ordinal));
        Assert.Contains(found, text => text.Contains("Thread::Sleep", StringComparison.Ordinal));
        Assert.Contains(found, text => text.Contains("Task`1::get_Result", StringComparison.Ordinal));
        Assert.Contains(found, text => text.Contains("GetAwaiter().GetResult()", StringComparison.Ordinal));
    }

    private static IEnumerable<ModuleDefinition> Assemblies(params string[] names) =>
        names.Select(name => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{name}.dll")));

    private static IEnumerable<string> Violations(ModuleDefinition module) =>
        from type in module.GetTypes()
        from method in type.Methods
        where method.HasBody && !IsMadeByCompiler(method)
        from instruction in method.Body.Instructions
        where instruction.OpCode.Code is Code.Call or Code.Callvirt
        let problem = Problem((MethodReference)instruction.Operand, method)
        where problem is not null
        select $"{method.FullName}: {problem}";

    private static string? Problem(MethodReference called, MethodDefinition caller)
    {
        var name = $"{called.DeclaringType.GetElementType().FullName}::{called.Name}";
        foreach (var (method, instead) in Banned)
        {
            if (name == method) return $"{method} is banned, use {instead}";
        }

        var blocks = called.Name == "GetResult" && name.Contains("TaskAwaiter", StringComparison.Ordinal) && caller.Name != "MoveNext";
        return blocks ? "GetAwaiter().GetResult() blocks a thread, use await" : null;
    }

    private static bool IsMadeByCompiler(MethodDefinition method) => method.Name == "<Main>";

    /// <summary>Does what is banned, to prove that the search would see it.</summary>
    private static class Offender
    {
        public static DateTime Clock() => DateTime.UtcNow;

        public static void Sleep() => Thread.Sleep(0);

        public static int Block(Task<int> task) => task.Result;

        public static void BlockAgain(Task task) => task.GetAwaiter().GetResult();
    }
}
