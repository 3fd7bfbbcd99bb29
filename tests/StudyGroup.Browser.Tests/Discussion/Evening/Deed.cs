namespace StudyGroup.Browser.Tests.Discussion.Evening;

/// <summary>What a guest may do in an evening.</summary>
public enum Deed
{
    Say,
    Send,
    Answer,
    Begin,
    Mend,
    TakeBack,
    React,
    Move,
}

/// <summary>Who does what, and in which order: all of it follows from the seed.</summary>
public static class Programme
{
    /// <summary>So many of the deeds of one guest are comments.</summary>
    public const int Comments = 20;

    private static readonly (Deed, int)[] ByHand =
        [(Deed.Say, 14), (Deed.Answer, 4), (Deed.Begin, 2), (Deed.Mend, 3), (Deed.TakeBack, 2), (Deed.React, 4), (Deed.Move, 1)];

    private static readonly (Deed, int)[] Shortened =
        [(Deed.Say, 2), (Deed.Send, 15), (Deed.Answer, 2), (Deed.Begin, 1), (Deed.Mend, 2), (Deed.TakeBack, 1), (Deed.React, 2), (Deed.Move, 1)];

    /// <param name="random">Decides the order.</param>
    /// <param name="byHand">Whether every comment is written in a page.</param>
    public static Deed[] Of(Random random, bool byHand)
    {
        var deeds = (byHand ? ByHand : Shortened).SelectMany(share => Enumerable.Repeat(share.Item1, share.Item2)).ToArray();
        random.Shuffle(deeds);
        return deeds;
    }
}
