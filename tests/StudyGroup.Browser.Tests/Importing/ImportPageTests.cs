using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Importing;

public sealed class ImportPageTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const string Text = """
        The Weir

        By Ilse Marwick

        The keeper wrote the level of the water into a book that nobody ever

        read, and closed it with a strap. In March the strap broke.

        After that he told the level to whoever came by.

        "And who came by?" they asked him.
        """;

    private static string Issue(string weir, string strap) => $"""
        THE HARBOUR REVIEW

        No. 7

        Spring 1912

        CONTENTS

        {weir} . . . . . . . . 3
        {strap} . . . . . . . . 9

        {weir}

        By Ilse Marwick, 3 May 1912

        The keeper wrote the level of the water into a book that nobody ever

        read, and closed it with a strap.¹ In March the strap broke.

        After that he told the level to whoever came by in the morning, and whoever came by told it to the pilots.

        Notes

        1 Minutes of the wardens, leaf 3.

        {strap}

        By Anna Berg, 4 May 1912

        A strap that has been mended three times is a new strap, and nobody can say on which day it became one. The keeper said that it was a Tuesday, and the pilots laughed at him.
        """;

    // Forty by forty points, striped.
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAACgAAAAoAQAAAACkhYXAAAAAD0lEQVR42mMIBQGGEUMCACOBQmmT8Nn2AAAAAElFTkSuQmCC";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_moderator_brings_an_issue_mends_it_publishes_it_follows_a_note_and_brings_a_changed_copy(bool hasScripts)
    {
        var moderator = await SignedInAsync(Circle.Moderator, new() { JavaScriptEnabled = hasScripts });
        var page = moderator.Page;
        var (weir, strap) = ($"The Weir Book {hasScripts}", $"The Strap {hasScripts}");
        await page.GotoAsync(Circle.GroupPath);
        await page.GetByRole(AriaRole.Link, new() { Name = "Import" }).ClickAsync();
        await UploadAsync(page, File("issue.txt", Issue("The Weir", strap)));

        await Assertions.Expect(page.GetByText(new Regex("The Harbour Review No. 7", RegexOptions.IgnoreCase)).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Title", new() { Exact = true })).ToHaveValueAsync("The Weir");
        await Assertions.Expect(Preview(page)).ToContainTextAsync("nobody ever read");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^All ") }).ClickAsync();
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Sentence joined" }).GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(Preview(page)).Not.ToContainTextAsync("nobody ever read");

        await page.GotoAsync($"{page.Url.Split('?')[0]}?block=b2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join with the one before" }).ClickAsync();
        await Assertions.Expect(Preview(page)).ToContainTextAsync("nobody ever read");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(weir);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = weir })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish 2 readings" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = weir }).First.ClickAsync();
        await page.WaitForURLAsync("**/readings/the-weir-book*");
        await Assertions.Expect(page.Locator("#b1")).ToContainTextAsync("nobody ever read");
        if (!hasScripts)
            return;

        await FollowNoteAsync(moderator);
        await BringChangedAsync(moderator, weir, strap);
    }

    /// <summary>The first press shows the words, the second one goes to them.</summary>
    private static async Task FollowNoteAsync(Reader reader)
    {
        var page = reader.Page;
        var mark = page.Locator("#b1 .fn a");
        await reader.UntilLiveAsync();
        await mark.ClickAsync();
        await Assertions.Expect(page.Locator(".fnpop")).ToHaveTextAsync("Minutes of the wardens, leaf 3.");
        await page.WaitForTimeoutAsync(400);

        await mark.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#fn-1$"));
        await Assertions.Expect(page.Locator(".fnpop")).ToHaveCountAsync(0);
        await page.Locator("#fn-1 .back").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#fnref-1$"));
    }

    private static async Task BringChangedAsync(Reader moderator, string weir, string strap)
    {
        var page = moderator.Page;
        await moderator.CommentAsync("closed it", "strap.", "A strap is not a lock.");
        await moderator.CommentAsync("whoever came by told", "pilots", "Did they?");
        await page.GotoAsync("/import");
        await UploadAsync(page, File("again.txt", Issue(weir, strap).Replace("and whoever came by told it to the pilots", "which was early, since every boat had gone out before it was light", StringComparison.Ordinal).Replace("nobody ever", "no warden ever", StringComparison.Ordinal)));
        await Assertions.Expect(page.GetByText($"Edition 2 of “{weir}”")).ToBeVisibleAsync();

        // The other reading of the file is as it was, and is not counted.
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish as edition 2" }).ClickAsync();

        await page.WaitForURLAsync("**/carried");
        foreach (var count in new[] { "Kept 1", "Moved 0", "To review 0", "Orphaned 1" })
            await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Marks by outcome" })).ToContainTextAsync(count);
    }

    [Fact]
    public async Task Of_many_files_each_shows_how_much_is_read_the_bad_ones_are_named_with_the_reason_and_the_others_come_in()
    {
        var moderator = await SignedInAsync(Circle.Moderator);
        var page = moderator.Page;
        moderator.Forgive("400 (Bad Request)", "413");
        await page.GotoAsync("/import");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync([File("weir.txt", Text + string.Concat(Enumerable.Range(0, 9_000).Select(year => $"\n\nIn the year {year} the level of the water was as high as the strap, and nobody wrote it down."))), File("picture.xyz", "no text"), File("empty.txt", "")]);
        await page.EvaluateAsync("""
            () => {
              window.shares = [];
              new MutationObserver((changes) => changes.forEach(({ target }) => target.ariaLabel === 'weir.txt' && target.position > 0 && shares.push(target.position)))
                .observe(document.querySelector('[data-import-progress]'), { subtree: true, attributes: true, attributeFilter: ['value'] });
            }
            """);

        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-import-progress] [role=alert]")).ToHaveCountAsync(2);
        // Half of the bar is the way to the server, the other half the reading there.
        var shares = await page.EvaluateAsync<double[]>("() => shares");
        Assert.Equal(shares.Order(), shares);
        Assert.Contains(shares, share => share is > 0.5 and < 1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show what has come in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "weir.txt" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_archive_brings_each_of_its_files_and_a_bad_one_is_named_with_the_reason()
    {
        var page = (await SignedInAsync(Circle.Moderator)).Page;
        await page.GotoAsync("/import");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "texts.zip", MimeType = "application/zip", Buffer = Archive(("pier.txt", Text + "\n\nOf the pier."), ("quay/dock.txt", Text + "\n\nOf the dock."), ("picture.xyz", "no text")) });

        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-import-progress] [role=alert]")).ToHaveTextAsync(new Regex("^picture.xyz: Only text files"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Show what has come in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "pier.txt" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "dock.txt" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_pictures_of_a_book_are_there_before_it_is_published_and_its_chapters_can_be_readings()
    {
        var page = (await SignedInAsync(Circle.Moderator)).Page;
        await page.GotoAsync("/import");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "book.html",
            MimeType = "text/html",
            Buffer = Encoding.UTF8.GetBytes($"<h1>The Book of the Weir</h1><h2>The strap</h2><p>It broke in March, and nobody had another one.</p><p><img alt='The weir' src='data:image/png;base64,{Picture}'></p><h2>The river</h2><p>It rose until June, and fell again without a word.</p>"),
        });
        await page.GetByLabel("Make a reading of each chapter of a book").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.WaitForURLAsync("**/import/*-*");

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish 2 readings" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "One reading with chapters" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish 1 reading" })).ToBeVisibleAsync();
        var picture = Preview(page).GetByRole(AriaRole.Img, new() { Name = "The weir" });
        await picture.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 40);
    }

    [Fact]
    public async Task Changes_are_there_after_a_reload_and_for_another_editor_who_is_told_when_both_change_the_same()
    {
        var first = (await SignedInAsync(Circle.Moderator)).Page;
        var second = (await SignedInAsync(Circle.Owner)).Page;
        var address = await BringAsync(first);
        await second.GotoAsync(address);

        await first.GetByRole(AriaRole.Button, new() { Name = "Leave this reading out" }).ClickAsync();
        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "Publish this reading too" })).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Leave this reading out" }).ClickAsync();
        await Assertions.Expect(second.GetByText("Somebody else has changed this import meanwhile.")).ToBeVisibleAsync();
        await first.ReloadAsync();

        await Assertions.Expect(first.GetByRole(AriaRole.Button, new() { Name = "Publish this reading too" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_pages_keep_the_rules_of_access_and_need_no_sideways_scroll(ColorScheme scheme, int width)
    {
        var page = (await SignedInAsync(Circle.Moderator, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = 900 } })).Page;
        var address = await BringAsync(page);

        foreach (var one in new[] { "/import", address, $"{address}?block=b2&show=all" })
        {
            await page.GotoAsync(one);
            var found = await page.RunAxe(Accessibility.AxeTests.Rules);
            Assert.True(found.Violations.Length == 0, $"{one}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"))}");
            Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"), one);
        }
    }

    [Fact]
    public async Task For_a_participant_there_is_no_import()
    {
        var address = await BringAsync((await SignedInAsync(Circle.Moderator)).Page);
        var ana = await SignedInAsync(Circle.Ana);
        ana.Forgive("404");

        var answer = await ana.Page.GotoAsync(address);

        Assert.Equal(404, answer?.Status);
        await ana.Page.GotoAsync("/import");
        await Assertions.Expect(ana.Page.GetByText("There is no group you can import into")).ToBeVisibleAsync();
    }

    private static async Task<string> BringAsync(IPage page)
    {
        await page.GotoAsync("/import");
        await UploadAsync(page, File("weir.txt", Text));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task UploadAsync(IPage page, FilePayload file)
    {
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.WaitForURLAsync("**/import/*-*");
    }

    private static byte[] Archive(params (string Name, string Words)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, words) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(words));
            }
        }

        return stream.ToArray();
    }

    private static ILocator Preview(IPage page) => page.Locator(".import-text");

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
