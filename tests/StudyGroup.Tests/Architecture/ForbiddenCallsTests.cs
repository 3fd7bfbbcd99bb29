using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;
using Xunit;

namespace StudyGroup.Tests.Architecture;

/// <summary>What no product assembly may call: the clock and random ids that no test could move, waits that hold a thread, and searches without an end.</summary>
public sealed class ForbiddenCallsTests
{
    private static readonly string[] NeverCalled =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid",
        "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task.WaitAll", "System.Threading.Tasks.Task.WaitAny",
        "System.Threading.Tasks.Task`1.get_Result", "System.Threading.Tasks.ValueTask`1.get_Result",
    ];

    private static readonly string[] WaitedFor =
    [
        "System.Runtime.CompilerServices.TaskAwaiter.GetResult", "System.Runtime.CompilerServices.TaskAwaiter`1.GetResult",
        "System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult", "System.Runtime.CompilerServices.ValueTaskAwaiter`1.GetResult",
    ];

    public static TheoryData<string> Products => [.. CompiledAssembly.ProductFiles.Select(path => Path.GetFileName(path))];

    [Theory, MemberData(nameof(Products))]
    public void Time_comes_from_the_injected_clock_and_ids_are_ordered_by_it_and_nobody_blocks_on_a_task(string product)
    {
        using var assembly = Open(product);

        Assert.Empty(ForbiddenCalls(assembly));
    }

    [Theory, MemberData(nameof(Products))]
    public void Every_regular_expression_ends_in_time_whatever_it_is_given(string product)
    {
        using var assembly = Open(product);

        Assert.Empty(EndlessSearches(assembly));
    }

    [Theory, MemberData(nameof(Products))]
    public void Every_generated_regular_expression_has_a_time_limit(string product)
    {
        var offences =
            from type in Assembly.Load(Path.GetFileNameWithoutExtension(product)).GetTypes()
            from member in type.GetMembers(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            from attribute in member.GetCustomAttributes<GeneratedRegexAttribute>()
            where attribute.MatchTimeoutMilliseconds <= 0 && !attribute.Options.HasFlag(RegexOptions.NonBacktracking)
            select $"{type.FullName}.{member.Name}";

        Assert.Empty(offences);
    }

    [Fact]
    public void The_walk_finds_such_calls_where_they_are()
    {
        using var own = new CompiledAssembly(typeof(ForbiddenCallsTests).Assembly.Location);

        Assert.Contains(ForbiddenCalls(own), offence => offence.Contains("ForbiddenCallsTests.AskTheClock calls System.DateTime.get_UtcNow", StringComparison.Ordinal));
        Assert.Contains(ForbiddenCalls(own), offence => offence.Contains("ForbiddenCallsTests.Block calls System.Threading.Tasks.Task`1.get_Result", StringComparison.Ordinal));
        Assert.Contains(EndlessSearches(own), offence => offence.EndsWith("ForbiddenCallsTests.Search", StringComparison.Ordinal));
        Assert.DoesNotContain(EndlessSearches(own), offence => offence.EndsWith("ForbiddenCallsTests.SearchInTime", StringComparison.Ordinal));
    }

    private static DateTime AskTheClock() => DateTime.UtcNow;

    private static int Block(Task<int> work) => work.Result;

    private static bool Search(string text) => new Regex("(a+)+b", RegexOptions.CultureInvariant).IsMatch(text);

    private static bool SearchInTime(string text) => new Regex("(a+)+b", RegexOptions.NonBacktracking).IsMatch(text);

    private static IEnumerable<string> ForbiddenCalls(CompiledAssembly assembly) => (
        from body in assembly.Bodies()
        from instruction in body.Instructions
        let called = assembly.NameOfMember(instruction.Token)
        where NeverCalled.Contains(called) || (WaitedFor.Contains(called) && !MayAwait(assembly, body.Method))
        select $"{NameOf(assembly, body.Method)} calls {called}").Distinct();

    private static IEnumerable<string> EndlessSearches(CompiledAssembly assembly) => (
        from body in assembly.Bodies()
        from index in Enumerable.Range(0, body.Instructions.Count)
        where IsEndless(assembly, body.Instructions, index)
        select NameOf(assembly, body.Method)).Distinct();

    private static string NameOf(CompiledAssembly assembly, MethodDefinition method) =>
        $"{assembly.FullNameOf(method.GetDeclaringType())}.{assembly.Metadata.GetString(method.Name)}";

    private static CompiledAssembly Open(string product) => new(Path.Combine(AppContext.BaseDirectory, product));

    // State machines take the result of what they have awaited; the compiler's entry point waits for the program.
    private static bool MayAwait(CompiledAssembly assembly, MethodDefinition method) =>
        assembly.Metadata.GetString(method.Name) is "MoveNext" or "<Main>";

    private static bool IsEndless(CompiledAssembly assembly, IReadOnlyList<Instruction> body, int index)
    {
        var token = body[index].Token;
        // What the compiler writes for a pattern also reads fields of the class.
        if (token.Kind != HandleKind.MemberReference || assembly.Metadata.GetMemberReference((MemberReferenceHandle)token).GetKind() != MemberReferenceKind.Method
            || assembly.NameOfMember(token)?.StartsWith("System.Text.RegularExpressions.Regex.", StringComparison.Ordinal) != true)
            return false;

        var called = Assembly.Load(assembly.Name).ManifestModule.ResolveMethod(MetadataTokens.GetToken(token));
        var takes = called?.GetParameters().Select(parameter => parameter.ParameterType).ToArray() ?? [];
        var givesPattern = called is ConstructorInfo || (called is { IsStatic: true } && called.Name is not (nameof(Regex.Escape) or nameof(Regex.Unescape)));
        if (!givesPattern || takes.Length == 0 || takes.Contains(typeof(TimeSpan)))
            return false;

        // The options are the last argument and a constant, so they were loaded just before the call.
        return !takes.Contains(typeof(RegexOptions)) || ((RegexOptions)body[index - 1].Constant & RegexOptions.NonBacktracking) == 0;
    }
}
