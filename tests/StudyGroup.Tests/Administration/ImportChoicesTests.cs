using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Groups.Importing;
using StudyGroup.Readings;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using StudyGroup.Tests.Readings.Import.Formats;
using Xunit;

namespace StudyGroup.Tests.Administration;

/// <summary>What the command does with archives, with chapters, and with what it is not sure of.</summary>
public sealed class ImportChoicesTests
{
    private const string Sure = "# On Piers\n\nThe pier ends where the water is deep enough. Nobody has moved it since.\n";

    private const string Doubtful = "On Ferries\n\nBy Ines Tolland, 3 May 1911\n\nThe ferry goes when it is full, and what full means is known to the person by\n\nEverybody on the pier. On the way back it goes when it is dark.\n";

    private const string Book = "---\ntitle: The Harbour\nauthor: Ines Tolland\n---\n\n# The pier\n\nThe pier ends where the water is deep.\n\n# The ferry\n\nThe ferry goes when it is full.\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Of_an_archive_each_file_is_imported_and_a_bad_one_is_named_with_the_reason(Engine engine)
    {
        await using var machine = await WithGroupAsync(engine);
        var archive = machine.File("texts.zip", Packed.Of([("a/piers.md", Sure), ("b.txt", "words\0"), ("c.txt", Doubtful)]));

        var said = await machine.TypeAsync("import", archive);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("texts.zip/b.txt: The file is not a text file: it holds binary data.", Assert.Single(Lines(said.Error)), StringComparison.Ordinal);
        Assert.Contains("2 of 3 files imported, 2 readings.", said.Out, StringComparison.Ordinal);
        await using var db = await machine.ReadAsync();
        Assert.Equal(["On Ferries", "On Piers"], await db.Readings().Select(reading => reading.Title).OrderBy(title => title).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_link_that_leads_in_a_circle_or_nowhere_is_named_and_the_rest_is_imported()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);
        machine.File("texts/piers.md", Sure);
        var folder = Path.Combine(machine.Folder, "texts");
        Directory.CreateSymbolicLink(Path.Combine(folder, "circle"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "nowhere.txt"), Path.Combine(folder, "missing.txt"));

        var said = await machine.TypeAsync("import", folder);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("circle: This is a link to a folder, which is not followed", said.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.txt: There is no such file.", said.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 3 files imported, 1 readings.", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_what_is_found_and_stores_nothing()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);
        var before = await machine.ContentAsync();

        var said = await machine.TypeAsync("import", "--dry-run", machine.File("ferries.txt", Doubtful));

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("On Ferries · Ines Tolland · 1911-05-03 · en · 1 part set aside · 1 repair to review", said.Out, StringComparison.Ordinal);
        Assert.Matches(@"ferries\.txt\s+readable\s+1\s+1\s+0\s+1", said.Out);
        Assert.Contains("1 of 1 files read, nothing stored, 1 readings.", said.Out, StringComparison.Ordinal);
        Assert.Equal(before, await machine.ContentAsync());
    }

    [Fact]
    public async Task A_dry_run_says_of_each_text_what_the_real_one_would_make_of_it()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);
        var piers = machine.File("piers.md", Sure);
        await machine.TypeAsync("import", piers);
        var before = await machine.ContentAsync();

        var known = await machine.TypeAsync("import", "--dry-run", piers);
        var changed = await machine.TypeAsync("import", "--dry-run", machine.File("changed.md", Sure.Replace("Nobody", "No one", StringComparison.Ordinal)));
        var fresh = await machine.TypeAsync("import", "--dry-run", machine.File("ferries.txt", Doubtful));

        Assert.Equal(1, known.ExitCode);
        Assert.Contains("On Piers", known.Error, StringComparison.Ordinal);
        Assert.Matches(@"piers\.md\s+known already", known.Out);
        Assert.Equal(0, changed.ExitCode);
        Assert.Contains("would become edition 2 of “On Piers”", changed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("would become", fresh.Out, StringComparison.Ordinal);
        Assert.Equal(before, await machine.ContentAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_pipe_a_device_and_a_socket_are_named_and_not_waited_for()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);
        var (pipe, address) = (Path.Combine(machine.Folder, "pipe.txt"), Path.Combine(machine.Folder, "socket.txt"));
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync(Cancellation);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(address));

        var said = await machine.TypeAsync("import", pipe, "/dev/zero", address, machine.File("piers.md", Sure));

        Assert.Equal(1, said.ExitCode);
        Assert.Equal(3, Lines(said.Error).Count(line => line.Contains("it is a pipe, a device or a socket", StringComparison.Ordinal)));
        Assert.Contains("1 of 4 files imported, 1 readings.", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_file_whose_second_reading_cannot_be_stored_the_first_one_is_not_stored_either()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);
        await using (var db = await machine.ReadAsync())
            await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full_shelf BEFORE INSERT ON Readings WHEN NEW.Title = 'The ferry' BEGIN SELECT RAISE(ABORT, 'The shelf is full.'); END", Cancellation);
        var before = await machine.ContentAsync();

        var said = await machine.TypeAsync("import", "--accept-review", "--chapters", machine.File("harbour.md", Book));

        Assert.Equal(1, said.ExitCode);
        Assert.Equal(before, await machine.ContentAsync());
    }

    [Fact]
    public async Task A_dry_run_needs_no_group()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);

        var said = await machine.TypeAsync("import", "--dry-run", machine.File("piers.md", Sure));

        Assert.Equal(0, said.ExitCode);
    }

    [Fact]
    public async Task What_the_importer_is_not_sure_of_waits_for_an_editor_where_that_is_wanted_and_the_rest_is_imported()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);

        var said = await machine.TypeAsync("import", "--leave-review", machine.File("piers.md", Sure), machine.File("ferries.txt", Doubtful));

        Assert.Equal(0, said.ExitCode);
        Assert.Matches(@"piers\.md\s+imported[^\n]*\n\s*ferries\.txt\s+left to review", said.Out);
        await using var db = await machine.ReadAsync();
        Assert.Equal(["On Piers"], await db.Readings().Select(reading => reading.Title).ToListAsync(Cancellation));
        Assert.Equal(["ferries.txt"], await db.Set<ImportDraft>().Select(draft => draft.FileName).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_book_is_one_reading_or_one_for_each_chapter()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);

        var whole = await machine.TypeAsync("import", "--dry-run", machine.File("harbour.md", Book));
        var parted = await machine.TypeAsync("import", "--accept-review", "--chapters", machine.File("harbour.md", Book));

        Assert.Contains("The Harbour · Ines Tolland · en · 2 headings", whole.Out, StringComparison.Ordinal);
        Assert.Equal(0, parted.ExitCode);
        await using var db = await machine.ReadAsync();
        Assert.Equal([("The ferry", "The Harbour"), ("The pier", "The Harbour")], (await db.Readings().OrderBy(reading => reading.Title).Select(reading => new { reading.Title, reading.Publication }).ToListAsync(Cancellation)).Select(reading => (reading.Title, reading.Publication)));
    }

    [Fact]
    public async Task Both_ways_at_once_are_refused()
    {
        await using var machine = await WithGroupAsync(Engine.Sqlite);

        var said = await machine.TypeAsync("import", "--accept-review", "--leave-review", machine.File("piers.md", Sure));

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("--accept-review and --leave-review exclude each other.", said.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static async Task<Machine> WithGroupAsync(Engine engine)
    {
        var machine = await Machine.CreateAsync(engine);
        await using var db = await machine.ReadAsync();
        var now = machine.Core.Clock.GetUtcNow();
        var owner = Account.Open("ines@example.org", "Ines", now);
        var group = new Group { Id = Guid.CreateVersion7(now), Slug = "harbour", Name = "Harbour", CreatedAt = now };
        db.Add(owner);
        db.Groups().Add(group);
        db.Memberships().Add(new Membership { GroupId = group.Id, AccountId = owner.Id, Role = Role.Owner, Status = MembershipStatus.Active, JoinedAt = now });
        await db.SaveChangesAsync(Cancellation);
        return machine;
    }
}
