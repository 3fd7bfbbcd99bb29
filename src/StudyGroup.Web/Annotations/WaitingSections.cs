using StudyGroup.Discussion.Sections;

namespace StudyGroup.Web.Annotations;

/// <summary>The sections of a reading that are closed to its reader, as an open page knows them.</summary>
public sealed class WaitingSections
{
    private readonly Dictionary<string, WaitingSection> waiting = [];
    private HashSet<string> opened = [];

    public bool IsSet { get; private set; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<WaitingSection> InText { get; private set; } = [];

    public int OnTheWhole => waiting.GetValueOrDefault(OpenedSection.Whole)?.Comments ?? 0;

    public int Comments => InText.Sum(section => section.Comments);

    public void Load(SectionsView view)
    {
        waiting.Clear();
        foreach (var section in view.Waiting)
            waiting[section.Section] = section;
        opened = [.. view.Opened];
        IsSet = view.IsSet;
        Order();
    }

    /// <summary>Something came in there, or went.</summary>
    /// <returns>False when the section has been opened meanwhile: the page has been told so, and has read it.</returns>
    public bool Put(WaitingSection section)
    {
        if (opened.Contains(section.Section))
            return false;
        if (section.Comments > 0)
            waiting[section.Section] = section;
        else
            waiting.Remove(section.Section);
        Order();
        return true;
    }

    private void Order() => InText = [.. waiting.Values.Where(section => section.Block is not null).OrderBy(section => section.Position)];
}
