using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using Xunit;

namespace StudyGroup.Browser.Tests.Accessibility;

public sealed class AxeTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    internal static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_page_keeps_the_rules_that_a_program_can_check(ColorScheme scheme)
    {
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce };
        var stranger = await ArriveAsync(null, options);
        await stranger.Page.GotoAsync("/account/sign-in");
        var violations = await ViolationsAsync("sign-in", stranger);
        var ben = await SignedInAsync(Circle.Ben, options);
        await ben.OpenReadingAsync(Circle);
        var ana = await SignedInAsync(Circle.Ana, options);

        foreach (var page in await LookedAt.InAsync(Circle, World, Stop))
        {
            await page.OpenAsync(ana);
            violations.AddRange(await ViolationsAsync(page.Name, ana));
        }

        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    private static async Task<List<string>> ViolationsAsync(string page, Reader reader)
    {
        var found = await reader.Page.RunAxe(Rules);
        return
        [
            .. from violation in found.Violations
               from node in violation.Nodes
               select $"{page}: {violation.Id}: {node.Html}: {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}",
        ];
    }
}
