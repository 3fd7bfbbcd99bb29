namespace StudyGroup.Web.Tests.Site;

/// <summary>Where an answer sends the browser.</summary>
public static class Redirects
{
    /// <summary>The path when it stays on this site, the whole address when it leaves, empty when it goes nowhere.</summary>
    public static string Target(this HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location || answer.RequestMessage?.RequestUri is not { } asked)
            return "";

        var target = new Uri(asked, location);
        return target.GetLeftPart(UriPartial.Authority) == asked.GetLeftPart(UriPartial.Authority) ? target.PathAndQuery : target.AbsoluteUri;
    }
}
