using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>Unique words are planted in a group; whoever may not see them is then looked for in every answer of every query.</summary>
public sealed class CanaryTests
{
    /// <summary>These answer the page of one account about itself, or the machinery of sign-in; they know no groups.</summary>
    private static readonly string[] OfAccounts = ["ProfileQueries", "SessionQueries"];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_query_is_asked()
    {
        var methods =
            from type in typeof(Error).Assembly.GetExportedTypes()
            where (type.Name.EndsWith("Query", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal)) && !OfAccounts.Contains(type.Name)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            orderby type.Name, method.Name
            select $"{type.Name}.{method.Name}";

        Assert.Equal(methods.Distinct().Order(StringComparer.Ordinal), CanaryRows.All.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, BothEngines]
    public async Task Strangers_and_those_shut_out_get_what_they_would_get_if_the_group_were_not_there(Engine engine)
    {
        await using var scene = await CanaryScene.CreateAsync(engine);

        foreach (var person in new[] { Person.Stranger, Person.Suspended, Person.Removed })
        {
            foreach (var ids in new[] { scene.Shared, scene.Private, scene.Hidden })
            {
                foreach (var (name, read) in CanaryRows.All)
                {
                    var answer = Write(await read(scene.Stage, ids, scene.Stage[person]));
                    var answerToNothing = Write(await read(scene.Stage, CanaryIds.MadeUp(), scene.Stage[person]));

                    Assert.True(answer == answerToNothing, $"{name} tells {person} that the thing exists: {answer}");
                    AssertSilent(answer, scene.Words, name, person);
                }
            }
        }
    }

    [Theory, BothEngines]
    public async Task Private_notes_drafts_and_what_was_hidden_or_deleted_are_seen_by_nobody_else(Engine engine)
    {
        await using var scene = await CanaryScene.CreateAsync(engine);
        await MakeSiteAdministratorAsync(scene.Stage);

        foreach (var person in new[] { Person.Owner, Person.Moderator, Person.Observer, Person.Stranger })
        {
            var member = scene.Stage[person] with { IsSiteAdministrator = true };
            foreach (var ids in new[] { scene.Shared, scene.Private, scene.Hidden })
            {
                foreach (var (name, read) in CanaryRows.All)
                    AssertSilent(Write(await read(scene.Stage, ids, member)), [.. CanaryScene.AnasWords, .. CanaryScene.GoneWords], name, person);
            }
        }
    }

    [Theory, BothEngines]
    public async Task The_words_are_there_for_those_who_may_see_them(Engine engine)
    {
        await using var scene = await CanaryScene.CreateAsync(engine);

        var group = await EverythingAsync(scene, scene.Stage.Owner, scene.Shared);
        var own = await EverythingAsync(scene, scene.Stage.Ana, scene.Private);

        Assert.All(scene.Words, word => Assert.Contains(word, group, StringComparison.Ordinal));
        Assert.All(CanaryScene.AnasWords, word => Assert.Contains(word, own, StringComparison.Ordinal));
        Assert.All(CanaryScene.GoneWords, word => Assert.DoesNotContain(word, own, StringComparison.Ordinal));
    }

    private static async Task<string> EverythingAsync(CanaryScene scene, CurrentMember member, CanaryIds ids)
    {
        var answers = new List<string>();
        foreach (var read in CanaryRows.All.Values)
            answers.Add(Write(await read(scene.Stage, ids, member)));
        return string.Join('\n', answers);
    }

    private static async Task MakeSiteAdministratorAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        foreach (var account in db.Users)
            account.IsSiteAdministrator = true;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertSilent(string answer, IEnumerable<string> words, string name, Person person)
    {
        foreach (var word in words)
            Assert.False(answer.Contains(word, StringComparison.Ordinal), $"{name} tells {person} \"{word}\": {answer}");
    }

    private static string Write(object? answer) => JsonSerializer.Serialize(answer, AsWritten);
}
