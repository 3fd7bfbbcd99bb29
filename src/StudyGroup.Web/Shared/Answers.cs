using Microsoft.AspNetCore.Http.HttpResults;
using StudyGroup.Shared;

namespace StudyGroup.Web.Shared;

/// <summary>A refusal as scripts get it: a stable code, and the sentence that the page shows.</summary>
public sealed record RefusalAnswer(string Code, string Message);

/// <summary>How results of the core become HTTP answers: the one place.</summary>
public static class Answers
{
    public static Results<Ok<T>, JsonHttpResult<RefusalAnswer>> ToAnswer<T>(this Result<T> result) =>
        result.Succeeded ? TypedResults.Ok(result.Value) : result.Error.ToAnswer();

    public static Results<NoContent, JsonHttpResult<RefusalAnswer>> ToAnswer(this Result result) =>
        result.Succeeded ? TypedResults.NoContent() : result.Error.ToAnswer();

    public static JsonHttpResult<RefusalAnswer> ToAnswer(this Error error) =>
        TypedResults.Json(new RefusalAnswer(error.Code, error.Message), statusCode: StatusOf(error.Kind));

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.SignedOut => StatusCodes.Status401Unauthorized,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        ErrorKind.Conflict or ErrorKind.Locked => StatusCodes.Status409Conflict,
        ErrorKind.TooLong => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.Invalid or ErrorKind.BadPassage => StatusCodes.Status400BadRequest,
    };
}
