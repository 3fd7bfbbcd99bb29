using StudyGroup.Tests.Databases;
using StudyGroup.Web.Discussion;
using StudyGroup.Web.Shell;
using StudyGroup.Web.Tests.Site;
using Xunit;

namespace StudyGroup.Web.Tests.Languages;

/// <summary>Names that scripts and people with a screen reader rely on; they may be translated, but not changed.</summary>
public sealed class ContractTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void English_keeps_the_names_of_buttons_and_fields()
    {
        using var spoken = Spoken.In("en");
        using var words = new Words();
        var scripts = words.Of<ScriptTexts>();
        var comments = words.Of<DiscussionTexts>();

        Assert.Equal(["Highlight", "Comment", "Ask", "Post"], new[] { "highlight", "comment", "ask", "post" }.Select(key => scripts[key].Value));
        Assert.Equal(["Reply", "Edit", "Delete", "Report"], new[] { "Reply", "Edit", "Delete", "Report" }.Select(key => comments[key].Value));
    }

    [Fact]
    public async Task English_keeps_the_names_on_the_sign_in_page()
    {
        await using var site = await StudyGroupSite.DevelopmentAsync(Cancellation);

        var page = await site.Visitor(languages: "en-US").PageAsync("/account/sign-in", Cancellation);

        Assert.Equal(["Email", "Password"], page.QuerySelectorAll("form label > span").Select(label => label.TextContent));
        Assert.Equal("Sign in", page.QuerySelector("form button[type=submit]")?.TextContent);
    }
}
