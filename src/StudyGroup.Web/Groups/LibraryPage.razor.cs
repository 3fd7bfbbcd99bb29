using Microsoft.AspNetCore.Components;
using StudyGroup.Groups;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Groups;

/// <summary>Every reading that I may see.</summary>
public sealed partial class LibraryPage
{
    private StudyGroup.Groups.LibraryPage? library;

    [Inject] public required LibraryQuery Library { get; init; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    /// <summary>Title of the last reading before this page, and its id: titles are not unique.</summary>
    [SupplyParameterFromQuery] public string? After { get; set; }

    [SupplyParameterFromQuery] public Guid? AfterId { get; set; }

    /// <summary>How many stood on the pages before; only said, not trusted.</summary>
    [SupplyParameterFromQuery] public int Shown { get; set; }

    private bool HasMark => After is not null && AfterId is not null;

    private string? Next => library?.Last is not { } last
        ? null
        : $"/library?after={Uri.EscapeDataString(last.Title)}&afterId={last.ReadingId}&shown={Shown + library.Rows.Count}";

    protected override async Task OnInitializedAsync()
    {
        (string, Guid)? after = After is { } title && AfterId is { } id ? (title, id) : null;
        library = await Library.ListAsync(Http.User.ToCurrentMember(), after, Http.RequestAborted);
    }

    private static string? Address(LibraryRow row) => row.GroupSlug is null ? null : $"/groups/{row.GroupSlug}/readings/{row.ReadingSlug}";
}
