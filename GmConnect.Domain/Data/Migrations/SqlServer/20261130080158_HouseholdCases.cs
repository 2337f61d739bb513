using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HouseholdCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "HouseholdId",
                table: "CaseNote",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HouseholdId",
                table: "CaseDocument",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HouseholdPlace",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseFileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PairId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OtherId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OtherCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsFirst = table.Column<bool>(type: "bit", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OtherAnswer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdPlace", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HouseholdPlace_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdPlace_CaseFile_CaseFileId",
                        column: x => x.CaseFileId,
                        principalTable: "CaseFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdPlace_Resident_ResidentId",
                        column: x => x.ResidentId,
                        principalTable: "Resident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdPlace_AgencyId",
                table: "HouseholdPlace",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdPlace_CaseFileId",
                table: "HouseholdPlace",
                column: "CaseFileId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdPlace_PairId",
                table: "HouseholdPlace",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdPlace_ResidentId",
                table: "HouseholdPlace",
                column: "ResidentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HouseholdPlace");

            migrationBuilder.DropColumn(
                name: "HouseholdId",
                table: "CaseNote");

            migrationBuilder.DropColumn(
                name: "HouseholdId",
                table: "CaseDocument");
        }
    }
}
