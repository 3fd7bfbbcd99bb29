using Microsoft.AspNetCore.Components;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Tags;

namespace StudyGroup.Web.Annotations;

/// <summary>The tags of what is said on the reading, to choose by.</summary>
public sealed partial class MarginIsland
{
    private const int MostTags = 30;
    private const string TagLink = "class=\"hashtag\"";

    private IReadOnlyList<TagCount> tags = [];

    [Inject] public required TagQuery TagsOfReading { get; init; }

    // One that is chosen stands among them though nothing has it any more.
    private IEnumerable<(string Value, string Name)> TagChoices =>
        tags.Select(tag => (tag.Key, tag.Name)).Concat(filter.Tag is { } chosen && tags.All(tag => tag.Key != chosen.Key) ? [(chosen.Key, chosen.Name)] : [])
            .Select(tag => (MarginFilter.TagSign + tag.Item1, MarginFilter.TagSign + tag.Item2));

    // Without scripts nobody can choose.
    private async Task LoadTagsAsync() => tags = RendererInfo.IsInteractive ? await TagsOfReading.OnPassagesAsync(GroupId, ReadingId, MostTags, Member, Gone) : [];

    /// <summary>A comment may have brought a tag, or taken one away.</summary>
    private async Task ReadTagsAsync(LiveEvent news)
    {
        if (tags.Count == 0 && news.Comment?.Html?.Contains(TagLink, StringComparison.Ordinal) != true)
            return;

        await LoadTagsAsync();
        if (filter.Tag is { } tag)
        {
            among = [.. await TagsOfReading.MarksAsync(GroupId, ReadingId, tag.Key, Member, Gone)];
            Tell(script, "choose", list, filter.Show.ToString(), filter.MemberId, among);
        }
    }
}
