using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>Every handler of the core, tried by everybody on what is theirs, what is others' and what belongs to another group.</summary>
public sealed class HandlerMatrixTests
{
    /// <summary>These act for nobody who is signed in: they start a session, use a secret link up, or are run on the console by who owns the machine.</summary>
    private static readonly string[] WithoutMember =
    [
        "CreateOwnerHandler", "EndSessionHandler", "RegisterAccountHandler", "ResetPasswordHandler", "SeedGroupHandler", "SetPasswordHandler", "SetUpOwnerHandler", "SignInHandler",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Engine, string> Cases
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var engine in Enum.GetValues<Engine>())
            {
                foreach (var handler in HandlerRows.All.Select(row => row.Handler).Distinct())
                    data.Add(engine, handler);
            }

            return data;
        }
    }

    [Fact]
    public void Every_handler_stands_in_the_matrix()
    {
        var handlers = Handlers().Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(handlers, HandlerRows.All.Select(row => row.Handler).Concat(WithoutMember).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_acts_is_asked_of_every_other_handler()
    {
        var unasked = Handlers()
            .Where(type => !WithoutMember.Contains(type.Name))
            .Where(type => type.GetMethod("HandleAsync")?.GetParameters().Any(parameter => parameter.ParameterType == typeof(CurrentMember)) != true);

        Assert.Empty(unasked);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Each_person_gets_as_far_as_the_policy_says_and_a_refusal_changes_nothing(Engine engine, string handler)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var wrong = new List<string>();

        foreach (var row in HandlerRows.All.Where(row => row.Handler == handler))
        {
            foreach (var person in Enum.GetValues<Person>())
            {
                var act = await row.Prepare(stage, stage[person]);
                var before = await ContentAsync(stage);
                var refusal = await act();
                var outcome = OutcomeOf(refusal, changed: !before.SequenceEqual(await ContentAsync(stage)));
                if (outcome != row.Expected[(int)person].ToString())
                    wrong.Add($"{row}, {person}: {outcome} in place of {row.Expected[(int)person]} ({refusal?.Message})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static IEnumerable<Type> Handlers() =>
        typeof(Error).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Handler", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> ContentAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await DatabaseContent.RowsAsync(db, Cancellation);
    }

    private static string OutcomeOf(Error? refusal, bool changed) => (refusal, changed) switch
    {
        (null, true) => nameof(Outcome.Done),
        (null, false) => nameof(Outcome.Nothing),
        (_, true) => "refused with changes",
        _ when refusal == Error.NotFound => nameof(Outcome.Missing),
        _ => nameof(Outcome.Refused),
    };
}
