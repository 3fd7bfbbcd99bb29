using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Administration;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using StudyGroup.Identity;
using StudyGroup.Notifications;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class FirstStartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_developer_finds_two_groups_with_people_texts_and_talk(Engine engine)
    {
        await using var machine = await Machine.NewAsync(engine, "Development");

        var started = await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation);

        Assert.True(started.Value?.MadeDemonstration);
        await using var db = await machine.ReadAsync();
        var members = await (
            from membership in db.Memberships()
            join grp in db.Groups() on membership.GroupId equals grp.Id
            join account in db.Accounts() on membership.AccountId equals account.Id
            select $"{grp.Slug} {account.Email} {membership.Role}").ToListAsync(Cancellation);
        Assert.Equal(
            [
                "demo ana@example.org Participant", "demo ben@example.org Participant", "demo moderator@example.org Moderator", "demo observer@example.org Observer",
                "demo owner@example.org Owner", "elsewhere zoe@example.org Owner",
            ],
            members.Order(StringComparer.Ordinal));
        Assert.Equal(["demo", "demo", "elsewhere"], (await db.ShelfItems().Join(db.Groups(), item => item.GroupId, group => group.Id, (_, group) => group.Slug).ToListAsync(Cancellation)).Order(StringComparer.Ordinal));
        Assert.True(await db.Threads().AnyAsync(thread => thread.IsQuestion, Cancellation));
        Assert.True(await db.Threads().AnyAsync(thread => thread.IsPrivate, Cancellation));
        Assert.True(await db.Comments().AnyAsync(comment => comment.ParentId != null, Cancellation));
        Assert.True(await db.Mentions().CountAsync(Cancellation) >= 2);
        var comments = await db.Comments().ToListAsync(Cancellation);
        Assert.Contains("href=\"/groups/demo/readings/the-common-margin#b", comments.Single(comment => comment.Markdown.Contains('¶')).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_of_the_demonstration_can_sign_in()
    {
        await using var machine = await Machine.NewAsync(Engine.Sqlite, "Development");
        await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation);

        foreach (var email in DemonstrationAccounts.Emails)
        {
            var signedIn = await machine.Core.Get<SignInHandler>().HandleAsync(new SignIn(email, DemonstrationAccounts.Password, IPAddress.Loopback), Cancellation);
            Assert.True(signedIn.Succeeded, email);
        }
    }

    [Theory, BothEngines]
    public async Task The_talk_makes_notices_for_who_was_named_or_answered(Engine engine)
    {
        await using var machine = await Machine.NewAsync(engine, "Development");
        await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation);
        await machine.Core.Get<NotificationMaker>().CatchUpAsync(Cancellation);

        await using var db = await machine.ReadAsync();
        var told = await (from notice in db.Notifications() join account in db.Accounts() on notice.RecipientId equals account.Id select $"{account.Email} {notice.Kind}").ToListAsync(Cancellation);
        Assert.Contains("ana@example.org Mention", told);
        Assert.Contains("ana@example.org Reply", told);
        Assert.Contains("ben@example.org Mention", told);
        Assert.Contains("moderator@example.org Reply", told);
    }

    [Fact]
    public async Task A_second_start_and_one_on_a_database_in_use_make_nothing()
    {
        await using var machine = await Machine.NewAsync(Engine.Sqlite, "Development");
        await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation);
        var before = await machine.ContentAsync();

        var again = await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation);

        Assert.False(again.Value?.MadeDemonstration);
        Assert.Equal(before, await machine.ContentAsync());
    }

    [Fact]
    public async Task In_Production_nobody_is_made()
    {
        await using var machine = await Machine.NewAsync(Engine.Sqlite, "Production");

        var started = await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation);

        Assert.False(started.Value?.MadeDemonstration);
        await using var db = await machine.ReadAsync();
        Assert.False(await db.Accounts().AnyAsync(Cancellation));
        Assert.False(await db.Groups().AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(200)]
    public async Task A_start_that_was_cut_off_is_finished_by_the_next_one(int atCommand)
    {
        var fault = new FailingCommands();
        await using var machine = await Machine.NewAsync(
            Engine.Sqlite, "Development", services => services.ConfigureDbContext<StudyGroupDbContext>(builder => builder.AddInterceptors(fault)));
        await machine.Core.Get<DatabaseMigration>().RunAsync(Cancellation);
        fault.FailAt(atCommand);
        await Assert.ThrowsAnyAsync<Exception>(() => machine.Core.Get<DatabaseStart>().RunAsync(Cancellation));
        fault.Heal();

        Assert.Null((await machine.Core.Get<DatabaseStart>().RunAsync(Cancellation)).Error);

        await using var db = await machine.ReadAsync();
        Assert.Equal(
            (6, 3, 9, 1),
            (await db.Accounts().CountAsync(Cancellation), await db.ShelfItems().CountAsync(Cancellation), await db.Threads().CountAsync(Cancellation), await db.ReadingPositions().CountAsync(Cancellation)));
    }

    [Theory, BothEngines]
    public async Task A_database_of_a_newer_version_is_left_alone(Engine engine)
    {
        await using var machine = await Machine.CreateAsync(engine);
        await using (var db = await machine.ReadAsync())
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_FarAhead', '99.0')""", Cancellation);
        var before = await machine.ContentAsync();

        var said = await machine.TypeAsync("migrate");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("newer version", said.Error, StringComparison.Ordinal);
        Assert.Contains("29990101000000_FarAhead", said.Error, StringComparison.Ordinal);
        Assert.Equal(before, await machine.ContentAsync());
    }
}
