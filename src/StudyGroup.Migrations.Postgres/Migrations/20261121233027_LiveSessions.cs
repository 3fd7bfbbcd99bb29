using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudyGroup.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LiveSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LiveSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReadingId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FacilitatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    BlockKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TurnMinutes = table.Column<int>(type: "integer", nullable: false),
                    SpeakerId = table.Column<Guid>(type: "uuid", nullable: true),
                    TurnEndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TurnPausedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiveSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LiveSessions_AspNetUsers_FacilitatorId",
                        column: x => x.FacilitatorId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LiveSessions_AspNetUsers_SpeakerId",
                        column: x => x.SpeakerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LiveSessions_ShelfItems_GroupId_ReadingId",
                        columns: x => new { x.GroupId, x.ReadingId },
                        principalTable: "ShelfItems",
                        principalColumns: new[] { "GroupId", "ReadingId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Hands",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    RaisedAs = table.Column<long>(type: "bigint", nullable: true),
                    Spoken = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hands", x => new { x.SessionId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_Hands_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Hands_LiveSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "LiveSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Hands_AccountId",
                table: "Hands",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_LiveSessions_EndedAt",
                table: "LiveSessions",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LiveSessions_FacilitatorId",
                table: "LiveSessions",
                column: "FacilitatorId");

            migrationBuilder.CreateIndex(
                name: "IX_LiveSessions_GroupId_ReadingId",
                table: "LiveSessions",
                columns: new[] { "GroupId", "ReadingId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LiveSessions_SpeakerId",
                table: "LiveSessions",
                column: "SpeakerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Hands");

            migrationBuilder.DropTable(
                name: "LiveSessions");
        }
    }
}
