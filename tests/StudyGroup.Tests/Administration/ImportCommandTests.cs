using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Readings;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class ImportCommandTests
{
    private const string Text =
        """
        ---
        title: On Ferries
        author: Ines Tolland
        ---

        The ferry goes when it is full. Nobody has written down what full means, and everybody on the pier knows it to the person.

        On the way back it goes when it is dark.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Each_reading_is_on_the_shelf_and_its_address_is_printed(Engine engine)
    {
        await using var machine = await WithGroupsAsync(engine, ("Site:PublicUrl", "https://read.example.org"));

        var said = await machine.TypeAsync("import", machine.File("ferries.md", Text), "--group", "second");

        Assert.Equal(0, said.ExitCode);
        Assert.Empty(said.Error);
        Assert.Contains("https://read.example.org/groups/second/readings/on-ferries", said.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 1 files imported, 1 readings.", said.Out, StringComparison.Ordinal);
        await using var db = await machine.ReadAsync();
        var shelf = await db.ShelfItems().SingleAsync(Cancellation);
        Assert.Equal("second", await db.Groups().Where(group => group.Id == shelf.GroupId).Select(group => group.Slug).SingleAsync(Cancellation));
        Assert.Equal(2, await db.Blocks().CountAsync(Cancellation));
    }

    [Theory, BothEngines]
    public async Task A_changed_text_of_a_known_reading_is_said_to_be_a_new_edition(Engine engine)
    {
        await using var machine = await WithGroupsAsync(engine);
        await machine.TypeAsync("import", machine.File("ferries.md", Text));

        var said = await machine.TypeAsync("import", machine.File("ferries-again.md", Text.Replace("dark", "light", StringComparison.Ordinal)));

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("On Ferries: a changed text, now edition 2. Marks: 0 kept, 0 moved, 0 to review, 0 orphaned", said.Out, StringComparison.Ordinal);
        Assert.Contains("/groups/first/readings/on-ferries", said.Out, StringComparison.Ordinal);
        Assert.Contains("new edition", said.Out, StringComparison.Ordinal);
        await using var db = await machine.ReadAsync();
        Assert.Equal((1, 2), (await db.Readings().CountAsync(Cancellation), await db.Editions().CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Without_a_group_named_the_oldest_one_gets_it()
    {
        await using var machine = await WithGroupsAsync(Engine.Sqlite);

        var said = await machine.TypeAsync("import", machine.File("ferries.md", Text));

        Assert.Contains("/groups/first/readings/on-ferries", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_walked_in_the_order_of_names_and_hidden_files_are_left_alone()
    {
        await using var machine = await WithGroupsAsync(Engine.Sqlite);
        machine.File("texts/b.md", Text.Replace("On Ferries", "Second", StringComparison.Ordinal));
        machine.File("texts/a/z.txt", Text.Replace("On Ferries", "First", StringComparison.Ordinal));
        machine.File("texts/c.MD", Text.Replace("On Ferries", "Third", StringComparison.Ordinal));
        machine.File("texts/.draft", "nothing for anybody");

        var said = await machine.TypeAsync("import", Path.Combine(machine.Folder, "texts"));

        Assert.Equal(0, said.ExitCode);
        var order = new[] { "[1/3]", "/first", "[2/3]", "/second", "[3/3]", "/third", "3 of 3 files imported" }
            .Select(part => said.Out.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task What_cannot_be_imported_is_said_in_a_sentence_each_and_the_rest_goes_on()
    {
        await using var machine = await WithGroupsAsync(Engine.Sqlite, ("Import:MaxFileBytes", "2000"));
        var files = new[]
        {
            machine.File("picture.png", [0x89, 0x50]),
            machine.File("empty.txt", ""),
            machine.File("data.txt", [.. Enumerable.Range(0, 600).Select(number => (byte)(number % 7))]),
            machine.File("long.txt", new string('a', 2001)),
            Path.Combine(machine.Folder, "missing.txt"),
            machine.File("ferries.md", Text),
        };

        var said = await machine.TypeAsync(["import", .. files]);

        Assert.Equal(1, said.ExitCode);
        var complaints = said.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, complaints.Length);
        Assert.Contains("picture.png: Only text files", complaints[0], StringComparison.Ordinal);
        Assert.Contains("empty.txt: The file is empty, or it is a pipe", complaints[1], StringComparison.Ordinal);
        Assert.Contains("data.txt: The file is not a text file", complaints[2], StringComparison.Ordinal);
        Assert.Contains("long.txt: The file is larger than 2,000 bytes", complaints[3], StringComparison.Ordinal);
        Assert.Contains("missing.txt: There is no such file.", complaints[4], StringComparison.Ordinal);
        Assert.Contains("1 of 6 files imported, 1 readings.", said.Out, StringComparison.Ordinal);
        Assert.Contains("/groups/first/readings/on-ferries", said.Out, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_file_that_was_imported_before_names_its_reading_and_changes_nothing(Engine engine)
    {
        await using var machine = await WithGroupsAsync(engine);
        await machine.TypeAsync("import", machine.File("ferries.md", Text));
        var before = await machine.ContentAsync();

        var said = await machine.TypeAsync("import", machine.File("copy.md", Text), "--group", "second");

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("“On Ferries”", said.Error, StringComparison.Ordinal);
        Assert.Equal(before, await machine.ContentAsync());
    }

    [Fact]
    public async Task A_group_that_is_not_there_and_no_group_at_all_are_said()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);

        var none = await machine.TypeAsync("import", machine.File("ferries.md", Text));
        var unknown = await machine.TypeAsync("import", machine.File("ferries.md", Text), "--group", "nowhere");

        Assert.Equal((1, 1), (none.ExitCode, unknown.ExitCode));
        Assert.Contains("There is no group yet", none.Error, StringComparison.Ordinal);
        Assert.Contains("There is no group “nowhere”.", unknown.Error, StringComparison.Ordinal);
    }

    private static async Task<Machine> WithGroupsAsync(Engine engine, params (string Key, string Value)[] settings)
    {
        var machine = await Machine.CreateAsync(engine, settings: settings);
        await using var db = await machine.ReadAsync();
        var now = machine.Core.Clock.GetUtcNow();
        db.Groups().Add(new StudyGroup.Groups.Group { Id = Guid.CreateVersion7(now), Slug = "second", Name = "Second", CreatedAt = now.AddDays(1) });
        db.Groups().Add(new StudyGroup.Groups.Group { Id = Guid.CreateVersion7(now), Slug = "first", Name = "First", CreatedAt = now });
        await db.SaveChangesAsync(Cancellation);
        return machine;
    }
}
