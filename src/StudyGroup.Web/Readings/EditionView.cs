using Microsoft.AspNetCore.Components;
using StudyGroup.Readings;
using StudyGroup.Readings.Rendering;

namespace StudyGroup.Web.Readings;

/// <summary>An edition's text on its way into the page: HTML that our own renderer made from stored blocks, and nothing else.</summary>
public sealed class EditionView(EditionPage page)
{
    public MarkupString Markup { get; } = new(page.Html);

    public IReadOnlyList<ContentsHeading> Contents => page.Contents;
}
