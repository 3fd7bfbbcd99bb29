using AngleSharp.Dom;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Discussion;

public sealed class ThreadPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_posts_are_there_before_any_script_runs()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var first = await scene.SayAsync("Ana", "Who counts **chairs**?", Cancellation, await scene.PassageAsync(reading.Id, 3, Cancellation));
        var answer = await scene.SayAsync(GroupScene.Owner, "I do.", Cancellation, threadId: first.ThreadId, parentId: first.Id);

        var page = await scene.PageAsync("Ana", $"{scene.Address}/threads/{first.ThreadId}", Cancellation);

        var main = page.QuerySelector("main");
        Assert.Equal(
            (scene.GroupId.ToString(), reading.Id.ToString(), first.ThreadId.ToString()),
            (main?.GetAttribute("data-group"), main?.GetAttribute("data-reading"), main?.GetAttribute("data-thread")));
        Assert.Equal("Comment at ¶ 3", page.QuerySelector("h1")?.TextContent);
        Assert.StartsWith($"{scene.Address}/readings/{reading.Slug}?comment={first.Id}#", page.QuerySelector("a.source")?.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("chairs", page.QuerySelector($"#c-{first.Id} .bd strong")?.TextContent);
        Assert.Equal("I do.", page.QuerySelector($".nest #c-{answer.Id} .bd")?.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"#c-{answer.Id} a[href='{scene.Address}/threads/{first.ThreadId}#c-{answer.Id}']"));
    }

    [Fact]
    public async Task A_line_stands_before_the_first_new_post_as_they_stand_on_the_page()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var first = await scene.SayAsync("Ana", "Who counts chairs?", Cancellation);
        var second = await scene.SayAsync(GroupScene.Owner, "And who tables?", Cancellation, threadId: first.ThreadId);
        var path = $"{scene.Address}/threads/{first.ThreadId}";
        await scene.Site.Get<MarkSeenHandler>().HandleAsync(new MarkSeen(first.ThreadId, second.Sequence), scene["Ana"], Cancellation);
        Assert.Null((await scene.PageAsync("Ana", path, Cancellation)).QuerySelector(".newline"));

        await scene.SayAsync(GroupScene.Owner, "Nobody.", Cancellation, threadId: first.ThreadId);
        var nested = await scene.SayAsync(GroupScene.Owner, "I do.", Cancellation, threadId: first.ThreadId, parentId: first.Id);
        var page = await scene.PageAsync("Ana", path, Cancellation);

        var line = Assert.Single(page.QuerySelectorAll(".newline"));
        Assert.StartsWith("2 new since your visit on", line.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal($"c-{nested.Id}", line.NextElementSibling?.Id);
        Assert.Equal(["I do.", "Nobody."], page.QuerySelectorAll(".post.new .bd").Select(words => words.TextContent.Trim()));
        Assert.Null((await scene.PageAsync(GroupScene.Owner, path, Cancellation)).QuerySelector($"#c-{nested.Id} .newdot"));
    }

    [Fact]
    public async Task A_link_leads_past_many_old_posts_to_the_first_new_one()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation, ("Limits:PostsPerMemberPerMinute", "1000"));
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var first = await scene.SayAsync("Ana", "Who counts chairs?", Cancellation);
        for (var number = 0; number < ThreadQuery.PageSize + 10; number++)
            await scene.SayAsync("Ana", $"Chair {number}", Cancellation, threadId: first.ThreadId);
        var last = await scene.SayAsync(GroupScene.Owner, "All of them.", Cancellation, threadId: first.ThreadId);

        var page = await scene.PageAsync("Ana", $"{scene.Address}/threads/{first.ThreadId}", Cancellation);

        Assert.Equal("To the first of 1 new", page.QuerySelector(".tonew a")?.TextContent);
        Assert.Equal($"{scene.Address}/threads/{first.ThreadId}#c-{last.Id}", page.QuerySelector(".tonew a")?.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($"#c-{last.Id}"));
    }

    [Fact]
    public async Task Everybody_is_offered_what_their_role_may_do()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Mia", Role.Moderator, Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.MemberAsync("Oskar", Role.Observer, Cancellation);
        var anas = await scene.SayAsync("Ana", "Hers", Cancellation);
        var mias = await scene.SayAsync("Mia", "Mine", Cancellation, threadId: anas.ThreadId);

        Assert.Equal(["Helpful", "Unsure", "Reply", "Bookmark", "Edit", "Delete"], await ActionsAsync(scene, "Ana", anas));
        Assert.Equal(["Helpful", "Unsure", "Reply", "Bookmark", "Report"], await ActionsAsync(scene, "Ana", mias));
        Assert.Equal(["Helpful", "Unsure", "Reply", "Bookmark", "Report", "Hide"], await ActionsAsync(scene, "Mia", anas));
        Assert.Equal(["Bookmark"], await ActionsAsync(scene, "Oskar", anas));
        Assert.Null((await scene.PageAsync("Oskar", $"{scene.Address}/threads/{anas.ThreadId}", Cancellation)).QuerySelector("main study-composer"));
    }

    [Fact]
    public async Task Hidden_and_deleted_words_are_gone_and_their_place_stays()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var hidden = await scene.SayAsync("Ana", "Hushwords", Cancellation);
        var deleted = await scene.SayAsync("Ana", "Gonewords", Cancellation, threadId: hidden.ThreadId);
        await scene.Site.Get<HideCommentHandler>().HandleAsync(new HideComment(hidden.Id, "Not about <the> text"), scene[GroupScene.Owner], Cancellation);
        await scene.Site.Get<DeleteCommentHandler>().HandleAsync(new DeleteComment(deleted.Id), scene["Ana"], Cancellation);

        var page = await scene.PageAsync(GroupScene.Owner, $"{scene.Address}/threads/{hidden.ThreadId}", Cancellation);

        Assert.Equal("A comment was hidden by a moderator: Not about <the> text", page.QuerySelector($"#c-{hidden.Id} .bd")?.TextContent);
        Assert.Equal("This comment was deleted by its author.", page.QuerySelector($"#c-{deleted.Id} .bd")?.TextContent);
        Assert.DoesNotContain("words", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Restore"], await ActionsAsync(scene, GroupScene.Owner, hidden));
        Assert.Empty(await ActionsAsync(scene, GroupScene.Owner, deleted));
    }

    [Fact]
    public async Task Hostile_names_titles_and_words_stay_text()
    {
        const string name = "<svg onload=alert(1)>";
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync(name, Role.Participant, Cancellation);
        var said = await scene.SayAsync(name, "<img src=x onerror=alert(3)> [x](javascript:alert(4))", Cancellation, new CommentTarget(scene.GroupId) { Title = "</title><script>alert(2)</script>" });

        var page = await scene.PageAsync(GroupScene.Owner, $"{scene.Address}/threads/{said.ThreadId}", Cancellation);

        Assert.Equal("</title><script>alert(2)</script>", page.QuerySelector("h1")?.TextContent);
        Assert.Equal(name, page.QuerySelector($"#c-{said.Id} b bdi")?.TextContent);
        Assert.Empty(page.QuerySelectorAll("main img, main script, main svg[onload], main a[href^='javascript']"));
    }

    [Fact]
    public async Task A_private_note_is_found_by_its_author_alone()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var note = await scene.SayAsync("Ana", "For me", Cancellation, (await scene.PassageAsync(reading.Id, 2, Cancellation)) with { IsPrivate = true });
        var path = $"{scene.Address}/threads/{note.ThreadId}";

        Assert.Contains("Only you", (await scene.PageAsync("Ana", path, Cancellation)).QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await scene.BrowserAsync(GroupScene.Owner, Cancellation)).GetAsync(path, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_answered_and_resolved_question_says_by_whom_and_why()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.MemberAsync("Ben", Role.Participant, Cancellation);
        var reading = (await scene.ShelveAsync(Cancellation, "The Room"))[0];
        var question = await scene.SayAsync("Ana", "Who counts?", Cancellation, (await scene.PassageAsync(reading.Id, 3, Cancellation)) with { Kind = AnnotationKind.Question });
        var answer = await scene.SayAsync("Ben", "I do.", Cancellation, threadId: question.ThreadId);

        Assert.Equal(["Helpful", "Unsure", "Reply", "Bookmark", "Accept", "Report"], await ActionsAsync(scene, "Ana", answer));
        Assert.Equal(["Helpful", "Unsure", "Reply", "Bookmark", "Edit", "Delete"], await ActionsAsync(scene, "Ben", answer));
        await scene.Site.Get<AcceptAnswerHandler>().HandleAsync(new AcceptAnswer(answer.Id), scene["Ana"], Cancellation);
        await scene.Site.Get<ResolveThreadHandler>().HandleAsync(new ResolveThread(question.ThreadId, "Ben <knows>"), scene["Ana"], Cancellation);

        var page = await scene.PageAsync("Ben", $"{scene.Address}/threads/{question.ThreadId}", Cancellation);
        Assert.Equal("Accepted by Ana", page.QuerySelector($"#c-{answer.Id} .pill.good")?.TextContent.Trim());
        Assert.Equal("Resolved by Ana", page.QuerySelector("main .note.good b")?.TextContent.Trim());
        Assert.Equal("Ben <knows>", page.QuerySelector("main .note.good .why")?.TextContent);
        var list = (await scene.PageAsync("Ben", scene.Address, Cancellation)).QuerySelector("#threads")?.TextContent;
        Assert.Contains("Answered", list, StringComparison.Ordinal);
        Assert.Contains("Resolved", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_thread_says_by_whom_and_why_and_moderators_alone_can_unlock_it()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.MemberAsync("Milo", Role.Moderator, Cancellation);
        var said = await scene.SayAsync("Ana", "Who counts?", Cancellation);
        await scene.Site.Get<LockThreadHandler>().HandleAsync(new LockThread(said.ThreadId, "In <circles>"), scene["Milo"], Cancellation);

        var page = await scene.PageAsync("Ana", $"{scene.Address}/threads/{said.ThreadId}", Cancellation);
        Assert.Contains("Locked by Milo", page.QuerySelector("main .panel .note")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("In <circles>", page.QuerySelector("main .panel .note")?.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("study-composer"));
        Assert.DoesNotContain("Unlock", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Unlock", (await scene.PageAsync("Milo", $"{scene.Address}/threads/{said.ThreadId}", Cancellation)).QuerySelector("main .status")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reactions_are_counted_with_their_names_and_an_observer_sees_them_without_buttons()
    {
        await using var scene = await GroupScene.CreateAsync(Cancellation);
        await scene.MemberAsync("Ana", Role.Participant, Cancellation);
        await scene.MemberAsync("Oskar", Role.Observer, Cancellation);
        var said = await scene.SayAsync("Ana", "Hers", Cancellation);
        foreach (var name in new[] { "Ana", GroupScene.Owner })
            await scene.Site.Get<ReactHandler>().HandleAsync(new React(said.Id, ReactionKind.Helpful, IsOn: true), scene[name], Cancellation);

        var anas = (await scene.PageAsync("Ana", $"{scene.Address}/threads/{said.ThreadId}", Cancellation)).QuerySelector($"#c-{said.Id} .act button");
        var oskars = (await scene.PageAsync("Oskar", $"{scene.Address}/threads/{said.ThreadId}", Cancellation)).QuerySelectorAll($"#c-{said.Id} .act .reacted");

        Assert.Equal(("true", "Ana, Olga", "2"), (anas?.GetAttribute("aria-pressed"), anas?.GetAttribute("title"), anas?.QuerySelector(".num")?.TextContent));
        Assert.Equal(("Helpful 2", "Ana, Olga"), (Assert.Single(oskars).TextContent.Trim(), oskars[0].GetAttribute("title")));
    }

    private static async Task<IEnumerable<string>> ActionsAsync(GroupScene scene, string name, PostedComment comment) =>
        (await scene.PageAsync(name, $"{scene.Address}/threads/{comment.ThreadId}", Cancellation)).QuerySelectorAll($"#c-{comment.Id} .act button").Select(button => button.GetAttribute("aria-label") ?? button.Text().Trim());
}
