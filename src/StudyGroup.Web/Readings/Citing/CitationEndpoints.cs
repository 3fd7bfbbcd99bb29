using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Groups;
using StudyGroup.Readings.Citing;
using StudyGroup.Web.Identity;

namespace StudyGroup.Web.Readings.Citing;

/// <summary>A reading, or a paragraph of it, as an entry for other programs.</summary>
public static class CitationEndpoints
{
    public static void MapCitations(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/groups/{groupSlug}/readings/{readingSlug}/citation", FindAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> FindAsync(
        string groupSlug, string readingSlug, string? format, string? block, ClaimsPrincipal user, CitationQuery citations, CancellationToken cancellationToken)
    {
        if (await citations.FindAsync(groupSlug, readingSlug, block, user.ToCurrentMember(), cancellationToken) is not { } work)
            return TypedResults.NotFound();

        var (text, type, ending) = format switch
        {
            "bibtex" => (BibTexCitation.Of(work), "application/x-bibtex", "bib"),
            "csl" => (CslCitation.Of(work), "application/vnd.citationstyles.csl+json", "json"),
            _ => (PlainCitation.Of(work), "text/plain", "txt"),
        };
        return TypedResults.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", $"{work.Key}.{ending}");
    }
}
