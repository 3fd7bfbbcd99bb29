using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Reading;

public sealed class PhoneTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    public static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 };

    [Fact]
    public async Task A_chip_opens_the_sheet_of_its_paragraph()
    {
        await World.CommentAsync(Circle, Circle.Ben, "Under the thumb.", "b2", 0, 8, Stop);
        await World.CommentAsync(Circle, Circle.Ben, "Somewhere else.", "b8", 0, 8, Stop);
        var ana = await SignedInAsync(Circle.Ana, Phone);
        await ana.OpenReadingAsync(Circle);
        var chip = ana.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: highlighted by 1 member, 1 comment" });

        await chip.TapAsync();

        var sheet = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Paragraph 2" });
        await Assertions.Expect(sheet.GetByText("Under the thumb.")).ToBeVisibleAsync();
        await Assertions.Expect(sheet.GetByText("Somewhere else.")).ToBeHiddenAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.TapAsync();
        await Assertions.Expect(ana.Page.GetByText("Under the thumb.")).ToBeHiddenAsync();
        await Assertions.Expect(chip).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_comment_on_a_tapped_paragraph_reaches_another_phone()
    {
        var ana = await SignedInAsync(Circle.Ana, Phone);
        var ben = await SignedInAsync(Circle.Ben, Phone);
        await ana.OpenReadingAsync(Circle);
        await ben.OpenReadingAsync(Circle);

        await ana.Page.GetByText("Nobody remembers who asked for the book.").TapAsync();
        await ana.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Selected text" }).GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).TapAsync();
        await ana.Composer().Words().FillAsync("Written with one thumb.");
        await ana.Composer().Post().TapAsync();
        await Assertions.Expect(ana.Composer()).ToHaveCountAsync(0);

        var chip = ben.Page.GetByRole(AriaRole.Button, new() { Name = "Paragraph 2: highlighted by 1 member, 1 comment" });
        await Assertions.Expect(chip).ToBeVisibleAsync();
        await chip.TapAsync();
        await Assertions.Expect(ben.Page.GetByRole(AriaRole.Dialog, new() { Name = "Paragraph 2" }).GetByText("Written with one thumb.")).ToBeVisibleAsync();
        var painted = Assert.Single(await ben.PaintedAsync("heat-1"));
        Assert.StartsWith("Nobody remembers", painted, StringComparison.Ordinal);
    }
}
