using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;
using StudyGroup.Web.Shared;

namespace StudyGroup.Web.Groups;

/// <summary>Every reading that I may see.</summary>
public sealed partial class LibraryPage
{
    private StudyGroup.Groups.LibraryPage? library;

    [Inject] public required LibraryQuery Library { get; init; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    /// <summary>Title of the last reading before this page, and its id: titles are not unique.</summary>
    [SupplyParameterFromQuery] public string? After { get; set; }

    [SupplyParameterFromQuery] public string? AfterId { get; set; }

    /// <summary>How many stood on the pages before; only said, not trusted.</summary>
    [SupplyParameterFromQuery] public string? Shown { get; set; }

    private (string Title, Guid Id)? Mark => After is { } title && AfterId.AsId() is { } id ? (title, id) : null;

    private int ShownBefore => Mark is null ? 0 : (int)Math.Clamp(Shown.AsNumber() ?? 0, 0, library?.Total ?? 0);

    private string? Next => library?.Last is not { } last
        ? null
        : $"/library?after={Uri.EscapeDataString(last.Title)}&afterId={last.ReadingId}&shown={ShownBefore + library.Rows.Count}";

    protected override async Task OnInitializedAsync() => library = await Library.ListAsync(Http.User.ToCurrentMember(), Mark, Http.RequestAborted);

    private static string? Address(LibraryRow row) => row.GroupSlug is null ? null : $"/groups/{row.GroupSlug}/readings/{row.ReadingSlug}";
}
