using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PlansAreReviewed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PlanChange_PlanId",
                table: "PlanChange");

            migrationBuilder.AddColumn<Guid>(
                name: "BlockedBy",
                table: "PlanAction",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OwnerAccountId",
                table: "PlanAction",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlanComment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanComment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanComment_CarePlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "CarePlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanReview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    With = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Agreed = table.Column<bool>(type: "bit", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanReview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanReview_CarePlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "CarePlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanStatement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStatement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanStatement_CarePlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "CarePlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlanChange_PlanId_At",
                table: "PlanChange",
                columns: new[] { "PlanId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanComment_PlanId_At",
                table: "PlanComment",
                columns: new[] { "PlanId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanReview_PlanId",
                table: "PlanReview",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanStatement_PlanId",
                table: "PlanStatement",
                column: "PlanId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlanComment");

            migrationBuilder.DropTable(
                name: "PlanReview");

            migrationBuilder.DropTable(
                name: "PlanStatement");

            migrationBuilder.DropIndex(
                name: "IX_PlanChange_PlanId_At",
                table: "PlanChange");

            migrationBuilder.DropColumn(
                name: "BlockedBy",
                table: "PlanAction");

            migrationBuilder.DropColumn(
                name: "OwnerAccountId",
                table: "PlanAction");

            migrationBuilder.CreateIndex(
                name: "IX_PlanChange_PlanId",
                table: "PlanChange",
                column: "PlanId");
        }
    }
}
