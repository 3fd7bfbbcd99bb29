using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Readings.Import;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>More people and more words than the stage begins with.</summary>
internal static class StageCrowd
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Accounts of that many people, who join the group if a role is given.</summary>
    public static async Task<IReadOnlyList<CurrentMember>> CrowdAsync(this Stage stage, int count, Role? role = null)
    {
        await using var db = await stage.ReadAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = stage.Core.Clock.GetUtcNow();
        var people = new List<CurrentMember>();
        for (var number = 1; number <= count; number++)
        {
            var account = Account.Open($"walker{number}@example.org", $"W{number}", now);
            people.Add(new CurrentMember(account.Id, account.DisplayName));
            db.Users.Add(account);
            if (role is { } given)
                db.Memberships().Add(new Membership { GroupId = stage.GroupId, AccountId = account.Id, Role = given, Status = MembershipStatus.Active, JoinedAt = now });
        }

        await db.SaveChangesAsync(Cancellation);
        return people;
    }

    /// <summary>Imports a text with these paragraphs, keyed b1, b2 …, and puts it on the group's shelf.</summary>
    public static async Task<StagedText> ShelveParagraphsAsync(this Stage stage, IReadOnlyList<string> paragraphs, string title = "The Ledger")
    {
        var document = new ImportedDocument(
            "ledger.md",
            Secret.Hash(string.Join('\n', paragraphs)),
            Issue: null,
            [new ReadingDraft { Title = title, Blocks = [.. paragraphs.Select(text => new BlockDraft(BlockKind.Paragraph, text))] }]);
        var imported = (await stage.Get<ImportReadingsHandler>().HandleAsync(new ImportReadings(document, stage.GroupId), importer: null, Cancellation)).Must();
        await using var db = await stage.ReadAsync();
        var edition = await db.Readings().Where(reading => reading.Id == imported[0].Id).Select(reading => reading.CurrentEditionId).SingleAsync(Cancellation);
        return new StagedText(stage.GroupId, imported[0].Id, edition, imported[0].Slug);
    }
}
