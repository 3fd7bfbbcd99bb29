namespace StudyGroup.Realtime;

/// <summary>What a page or a hub connection can watch.</summary>
public enum TopicKind
{
    Group,
    Reading,
    Thread,

    /// <summary>What concerns one account alone: private marks, notices, ended sessions. Watched by its own pages only.</summary>
    Account,
}

/// <summary>
/// A named part of the event log. Written <c>group/{id}</c>, <c>reading/{groupId}/{readingId}</c>, <c>thread/{id}</c> or <c>account/{id}</c>.
/// </summary>
/// <param name="Kind">Which part.</param>
/// <param name="Id">The group, thread or account; for a reading, the group that reads it.</param>
/// <param name="ReadingId">Set for a reading alone.</param>
public readonly record struct Topic(TopicKind Kind, Guid Id, Guid ReadingId = default)
{
    public static Topic Group(Guid id) => new(TopicKind.Group, id);

    public static Topic Reading(Guid groupId, Guid readingId) => new(TopicKind.Reading, groupId, readingId);

    public static Topic Thread(Guid id) => new(TopicKind.Thread, id);

    public static Topic Account(Guid id) => new(TopicKind.Account, id);

    /// <summary>Reads the written form; false when <paramref name="text"/> is none.</summary>
    public static bool TryParse(string? text, out Topic topic)
    {
        topic = default;
        var parts = text?.Split('/') ?? [];
        if (parts.Length is < 2 or > 3 || !Guid.TryParseExact(parts[1], "D", out var id))
            return false;

        var readingId = Guid.Empty;
        if (parts.Length == 3 && !Guid.TryParseExact(parts[2], "D", out readingId))
            return false;

        Topic? found = (parts[0], parts.Length) switch
        {
            ("group", 2) => Group(id),
            ("reading", 3) => Reading(id, readingId),
            ("thread", 2) => Thread(id),
            ("account", 2) => Account(id),
            _ => null,
        };
        topic = found.GetValueOrDefault();
        return found is not null;
    }

    public override string ToString() => Kind switch
    {
        TopicKind.Group => $"group/{Id:D}",
        TopicKind.Reading => $"reading/{Id:D}/{ReadingId:D}",
        TopicKind.Thread => $"thread/{Id:D}",
        TopicKind.Account => $"account/{Id:D}",
        _ => throw new InvalidOperationException($"No written form for {Kind}."),
    };
}
